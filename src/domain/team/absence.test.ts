import { standInFor } from './absence.js';

const away = [
  { agentId: 'ana', standInId: 'ben' },
  { agentId: 'ben', standInId: 'zoe' },
  { agentId: 'max', standInId: null },
  { agentId: 'tom', standInId: 'lea' },
  { agentId: 'lea', standInId: 'tom' },
];

it.each([
  ['zoe', 'zoe'],
  ['ben', 'zoe'],
  ['ana', 'zoe'],
  ['max', null],
  ['tom', null],
])('has the work of %s done by %s', (agentId, by) => {
  expect(standInFor(away, agentId)).toBe(by);
});
