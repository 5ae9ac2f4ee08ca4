import { moment } from './moment.js';

describe('a moment', () => {
  const at = new Date('2026-03-02T08:15:30.000Z');

  it.each([
    ['seconds', 1772439330],
    ['milliseconds', 1772439330000],
    ['seconds as text', '1772439330'],
    ['milliseconds as text', '1772439330000'],
    ['Graph’s own way', '2026-03-02T08:15:30+0000'],
    ['ISO 8601', '2026-03-02T08:15:30Z'],
  ])('is read from %s', (_what, value) => {
    expect(moment(value)).toEqual(at);
  });

  it.each([[undefined], [null], [''], ['soon'], [0], [-1], [1e300], [Number.NaN], [{}], [[1]], [true]])(
    'is not in %j',
    (value) => {
      expect(moment(value)).toBeUndefined();
    },
  );
});
