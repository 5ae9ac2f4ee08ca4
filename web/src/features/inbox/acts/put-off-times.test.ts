import { fieldValue, timeOf } from './put-off-times.js';

const at = (...[month, day, hour, minute = 0]: [number, number, number, number?]) =>
  new Date(2026, month - 1, day, hour, minute);
const thursday = at(3, 5, 14, 20).getTime();

it.each([
  ['hour', at(3, 5, 15, 20)],
  ['evening', at(3, 5, 18)],
  ['tomorrow', at(3, 6, 9)],
  ['monday', at(3, 9, 9)],
] as const)('knows what "%s" means on a Thursday afternoon', (choice, meant) => {
  expect(timeOf(choice, thursday)).toEqual(meant);
});

it('offers no evening that has all but begun', () => {
  expect(timeOf('evening', at(3, 5, 17, 1).getTime())).toBeNull();
});

it('means the next Monday on a Monday', () => {
  expect(timeOf('monday', at(3, 9, 8).getTime())).toEqual(at(3, 16, 9));
});

it('writes a time as a browser’s field wants it', () => {
  expect(fieldValue(at(3, 9, 8, 5))).toBe('2026-03-09T08:05');
});
