import type { Calendar } from './calendar.js';
import { dayRangesOf } from './day-ranges.js';
import { offsetAt } from './zone-offsets.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A stretch of real time, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches in which the calendar is open, in order, from an instant on; those that touch may come apart. Between two
 * changes of the zone's offset the wall clock runs evenly, so days are laid out there, never across a change:
 * missing hours, repeated ones, and days that a zone leaves out need no care.
 */
export function* openSpans(calendar: Calendar, from: number): Generator<Span, void> {
  const days = dayRangesOf(calendar);
  for (let at = from; ;) {
    const { until, offsetMs } = offsetAt(calendar.zone, at);
    const end = until + offsetMs;
    for (let day = Math.floor((at + offsetMs) / dayMs); day * dayMs < end; day += 1) {
      if (day > days.lastDay) return;
      for (const range of days.on(day)) {
        const start = Math.max(day * dayMs + range.from * minuteMs, at + offsetMs);
        const stop = Math.min(day * dayMs + range.to * minuteMs, end);
        if (start < stop) yield { from: start - offsetMs, to: stop - offsetMs };
      }
    }
    at = until;
  }
}
