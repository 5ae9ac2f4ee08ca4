import type { CalendarView, WeekRange } from '../../../../src/contract/index.js';
import { uuid } from '../../api/uuid.js';

const workdays = [1, 2, 3, 4, 5];
const halves = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];

/** Office hours where the reader is: most need to change little. */
export function newCalendar(name: string): CalendarView {
  const week = workdays.flatMap((day) => halves.map((range) => ({ day, ...range })));
  return { id: uuid(), name, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, week, days: [] };
}

export const wholeWeek: readonly WeekRange[] = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1440 }));

/** Monday's hours on the other days of the working week. */
export function likeMonday(week: readonly WeekRange[]): WeekRange[] {
  const monday = week.filter(({ day }) => day === 1);
  const weekend = week.filter(({ day }) => day > 5);
  return [...workdays.flatMap((day) => monday.map(({ from, to }) => ({ day, from, to }))), ...weekend];
}
