import type { Calendar } from './calendar.js';
import type { ClockEvent, ClockStep, SlaClock } from './clock.js';
import { dueAt } from './due.js';
import type { LadderAct, LadderStep } from './policy.js';

interface Ladder {
  readonly ladder: readonly LadderStep[];
  readonly calendar: Calendar;
}

export interface Rung {
  readonly percent: number;
  readonly at: Date;
}

/** What is to be done at a step of the ladder that has come. */
export interface Climbed extends ClockStep {
  readonly percent: number;
  readonly acts: readonly LadderAct[];
}

/** Where something happens, in hundredths of the target; the deadline is always among them. */
export function rungsOf(ladder: readonly LadderStep[]): number[] {
  return [...new Set([100, ...ladder.map(({ percent }) => percent)])].sort((a, b) => a - b);
}

/** What comes next, and when; null for a clock that stands still. */
export function nextRung(clock: SlaClock, { ladder, calendar }: Ladder): Rung | null {
  if (clock.state !== 'running' || clock.pausedAt) return null;
  const percent = rungsOf(ladder).find((one) => one > clock.reached);
  if (percent === undefined) return null;
  return { percent, at: percent === 100 ? clock.dueAt : dueAt(calendar, clock, percent) };
}

/** Everything that has come by `now`, in order: after an hour of silence it may be all of it. */
export function climb(clock: SlaClock, by: Ladder & { readonly now: Date }): Climbed[] {
  const climbed: Climbed[] = [];
  let current = clock;
  for (let next = nextRung(current, by); next && next.at <= by.now; next = nextRung(current, by)) {
    const { percent, at } = next;
    current = { ...current, reached: percent, breachedAt: percent < 100 ? null : current.dueAt };
    const acts = by.ladder.filter((step) => step.percent === percent).map(({ act }) => act);
    const facts = { percent: String(percent), due: current.dueAt.toISOString(), acts: acts.join(' ') };
    const line = { clockId: clock.id, event: eventAt(percent), at, facts };
    climbed.push({ clock: current, line, percent, acts });
  }
  return climbed;
}

function eventAt(percent: number): ClockEvent {
  if (percent === 100) return 'breached';
  return percent < 100 ? 'warned' : 'escalated';
}
