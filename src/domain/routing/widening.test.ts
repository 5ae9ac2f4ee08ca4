import { wideningAt } from './widening.js';

const from = new Date('2026-03-02T10:00:00Z');
const until = new Date('2026-03-02T11:40:00Z');
const after = (minutes: number) => new Date(from.getTime() + minutes * 60_000);

it.each([
  [0, 'as-asked'],
  [49, 'as-asked'],
  [50, 'any-level'],
  [74, 'any-level'],
  [75, 'neighbours'],
  [99, 'neighbours'],
  [100, 'tray'],
  [5000, 'tray'],
])('after %d hundredths of its time: %s', (share, widening) => {
  expect(wideningAt({ from, until }, after(share))).toBe(widening);
});

it('is never widened without a promise', () => {
  expect(wideningAt({ from, until: null }, after(5000))).toBe('as-asked');
  expect(wideningAt({ from, until: from }, after(5000))).toBe('as-asked');
});
