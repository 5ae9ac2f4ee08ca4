import { addBusinessTime, businessTimeBetween } from './business-time.js';
import type { Calendar } from './calendar.js';
import type { Pause } from './clock.js';
import { openSpans, type Span } from './open-spans.js';

const minuteMs = 60_000;
const mostSpans = 100;

interface Running {
  readonly startedAt: Date;
  readonly minutes: number;
  readonly pauses: readonly Pause[];
}

/** When so much of the target (in hundredths) has been worked, pauses left out. */
export function dueAt(calendar: Calendar, clock: Running, percent = 100): Date {
  let left = (clock.minutes * minuteMs * percent) / 100;
  let from = clock.startedAt;
  for (const pause of clock.pauses) {
    const worked = businessTimeBetween(calendar, from, pause.from);
    if (worked >= left) break;
    left -= worked;
    from = later(from, pause.to);
  }
  return addBusinessTime(calendar, from, left);
}

/** How much of a clock's time lies between two instants. */
export function workedBetween(
  calendar: Calendar,
  clock: Pick<Running, 'pauses'>,
  { from, to }: { from: Date; to: Date },
): number {
  let worked = 0;
  let start = from;
  for (const pause of clock.pauses) {
    if (pause.from >= to) break;
    worked += businessTimeBetween(calendar, start, pause.from);
    start = later(start, pause.to);
  }
  return worked + businessTimeBetween(calendar, start, to);
}

/** The stretches that counted, and will count, until it is due: what explains the deadline. */
export function countedSpans(calendar: Calendar, clock: Running & { readonly dueAt: Date }): Span[] {
  const result: Span[] = [];
  const end = clock.dueAt.getTime();
  let from = clock.startedAt;
  for (const pause of [...clock.pauses, { from: clock.dueAt, to: clock.dueAt }]) {
    const until = Math.min(pause.from.getTime(), end);
    for (const span of openSpans(calendar, from.getTime())) {
      if (span.from >= until || result.length > mostSpans) break;
      join(result, { from: span.from, to: Math.min(span.to, until) });
    }
    from = later(from, pause.to);
  }
  return result.slice(0, mostSpans);
}

/** Days that are open around the clock touch at midnight, and are one stretch. */
function join(spans: Span[], next: Span): void {
  const last = spans.at(-1);
  if (last && last.to === next.from) spans[spans.length - 1] = { from: last.from, to: next.to };
  else spans.push(next);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
