import { isDatabaseAway, isUnstorable } from './is-away.js';

it.each([
  { code: 'ECONNREFUSED' },
  { code: 'ENOENT' },
  { code: '57P01' },
  { code: '57P03' },
  { code: '57014' },
  { code: '08006' },
  { code: '53300' },
  { message: 'Connection terminated unexpectedly' },
  { message: 'timeout exceeded when trying to connect' },
])('knows by %j that the database could not be asked', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
  expect(isUnstorable(error)).toBe(false);
});

it.each([null, undefined, 'text', {}, { code: '23505' }, { code: '42P01' }, { message: 'a fault of ours' }])(
  'does not blame the database for %j',
  (error) => {
    expect(isDatabaseAway(error)).toBe(false);
    expect(isUnstorable(error)).toBe(false);
  },
);

it.each(['22021', '22P02', '22003'])('knows by %s that a value fits no column', (code) => {
  expect(isUnstorable({ code })).toBe(true);
});
