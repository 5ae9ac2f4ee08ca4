import { leftOf, resumesAt } from './clock-left.js';

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
const hour = 3_600_000;
/** Friday from nine to twelve, and Monday from nine to ten. */
const clock = {
  spans: [
    { from: at(6, 9), to: at(6, 12) },
    { from: at(9, 9), to: at(9, 10) },
  ],
};

it.each([
  ['before it opens', at(6, 8), 4 * hour, at(6, 9)],
  ['while it counts', at(6, 11), 2 * hour, null],
  ['over the weekend', at(7, 15), hour, at(9, 9)],
  ['when it is due', at(9, 10), 0, null],
])('tells what is left, and when it goes on: %s', (_name, now, left, resumes) => {
  expect(leftOf(clock, Date.parse(now))).toBe(left);
  expect(resumesAt(clock, Date.parse(now))).toBe(resumes);
});
