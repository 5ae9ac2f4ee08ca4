import type { Calendar } from './calendar.js';
import { openSpans } from './open-spans.js';

/** The instant at which the calendar has been open for so many milliseconds since `from`. */
export function addBusinessTime(calendar: Calendar, from: Date, ms: number): Date {
  if (ms <= 0) return from;
  let left = ms;
  for (const span of openSpans(calendar, from.getTime())) {
    const length = span.to - span.from;
    if (left <= length) return new Date(span.from + left);
    left -= length;
  }
  throw new Error(`the calendar ${calendar.name} does not open often enough`);
}

/** For how many milliseconds the calendar is open between two instants. */
export function businessTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  const end = to.getTime();
  let open = 0;
  for (const span of openSpans(calendar, from.getTime())) {
    if (span.from >= end) break;
    open += Math.min(span.to, end) - span.from;
  }
  return open;
}

/** The first instant from `at` on at which the calendar is open; `at` itself when it is. Null when it never opens again. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  for (const { from } of openSpans(calendar, at.getTime())) return new Date(from);
  return null;
}
