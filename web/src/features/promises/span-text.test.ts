import { readSpan, spanPattern, spanText } from './span-text.js';

it.each([
  ['45', 45],
  ['45 min', 45],
  ['1h', 60],
  ['1 h 30', 90],
  ['1H05min', 65],
  [' 48 h ', 2880],
  ['', null],
  ['0', null],
  ['2 d', null],
  ['soon', null],
  ['9999999', null],
])('reads “%s” as %s', (text, minutes) => {
  expect(readSpan(text)).toBe(minutes);
});

it.each([1, 15, 59, 60, 61, 90, 1440, 2885])('reads back what it writes: %d', (minutes) => {
  expect(readSpan(spanText(minutes))).toBe(minutes);
  expect(new RegExp(`^(?:${spanPattern})$`).test(spanText(minutes))).toBe(true);
});
