import { Refusal } from '../refusal.js';
import { minutesOfDay, type Calendar, type OpenRange } from './calendar.js';
import { isDate } from './day-number.js';
import { isZone } from './zone-offsets.js';

const mostRanges = 8;
const mostDays = 1000;

type Fault = 'zone' | 'empty' | 'range' | 'too-many' | 'date' | 'twice';

/** Refuses a calendar that promises could not be counted by; one that never opens above all. */
export function checkCalendar(calendar: Calendar): void {
  const why = faultOf(calendar);
  if (why !== null) throw new Refusal('calendar.invalid', { name: calendar.name, why });
}

function faultOf({ zone, week, days }: Calendar): Fault | null {
  if (!isZone(zone)) return 'zone';
  if (week.length === 0) return 'empty';
  if (![...week, ...days.flatMap(({ ranges }) => ranges)].every(isRange)) return 'range';
  const aDay = [1, 2, 3, 4, 5, 6, 7].map((day) => week.filter((range) => range.day === day).length);
  const perDay = [...aDay, ...days.map(({ ranges }) => ranges.length)];
  if (aDay.reduce((a, b) => a + b) !== week.length) return 'range';
  if (Math.max(...perDay) > mostRanges || days.length > mostDays) return 'too-many';
  if (!days.every(({ date }) => isDate(date))) return 'date';
  return new Set(days.map(({ date }) => date)).size < days.length ? 'twice' : null;
}

function isRange({ from, to }: OpenRange): boolean {
  const whole = Number.isInteger(from) && Number.isInteger(to);
  return whole && from >= 0 && from < minutesOfDay && to >= 0 && to <= minutesOfDay;
}
