import { clockOf, dateAfter, minutesOf, rangeText, tidy, todayIn } from './wall-time.js';

it.each([
  [0, '00:00'],
  [510, '08:30'],
  [1440, '00:00'],
])('writes %d minutes as %s', (minutes, text) => {
  expect(clockOf(minutes)).toBe(text);
});

it.each([
  ['08:30', 510],
  ['08:30:00', 510],
  ['24:00', null],
  ['', null],
])('reads %s as %s', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

it('makes one of ranges that overlap or touch, and leaves a night as it is', () => {
  expect(
    tidy([
      { from: 780, to: 1080 },
      { from: 540, to: 720 },
      { from: 700, to: 780 },
    ]),
  ).toEqual([{ from: 540, to: 1080 }]);
  expect(
    tidy([
      { from: 1320, to: 360 },
      { from: 540, to: 720 },
    ]),
  ).toEqual([
    { from: 540, to: 720 },
    { from: 1320, to: 360 },
  ]);
});

it('tells a whole day from none', () => {
  expect(rangeText({ from: 0, to: 1440 })).toBe('00:00–24:00');
  expect(rangeText({ from: 1320, to: 360 })).toBe('22:00–06:00');
});

it('knows which day it is elsewhere, and the day after the last of a month', () => {
  const now = Date.parse('2026-03-31T23:30:00Z');
  expect(todayIn('Europe/Paris', now)).toBe('2026-04-01');
  expect(todayIn('America/New_York', now)).toBe('2026-03-31');
  expect(dateAfter('2028-02-28', 1)).toBe('2028-02-29');
});
