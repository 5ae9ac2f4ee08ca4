import type { ClockEvent, ClockStep, LedgerLine, PauseReason, SlaClock } from './clock.js';
import { dueAt, workedBetween } from './due.js';
import { rungsOf } from './ladder.js';
import type { Terms } from './policy.js';
import type { WantedClock } from './situation.js';

const minuteMs = 60_000;

function step(clock: SlaClock, line: { event: ClockEvent; at: Date; facts?: LedgerLine['facts'] }): ClockStep {
  return { clock, line: { clockId: clock.id, event: line.event, at: line.at, facts: line.facts ?? {} } };
}

function under(terms: Terms): Pick<SlaClock, 'policyId' | 'policyName' | 'calendarId' | 'calendarName' | 'minutes'> {
  const { policyId, policyName, calendar, minutes } = terms;
  return { policyId, policyName, calendarId: calendar.id, calendarName: calendar.name, minutes };
}

export function startClock(id: string, wanted: WantedClock, terms: Terms): ClockStep {
  const { kind, lane, startedAt } = wanted;
  const fresh = { id, kind, lane, state: 'running', startedAt, pauses: [], pausedAt: null, pausedFor: null } as const;
  const rest = { stoppedAt: null, breachedAt: null, reached: 0 };
  const due = dueAt(terms.calendar, { startedAt, minutes: terms.minutes, pauses: [] });
  const { policyName: policy, minutes, calendar } = terms;
  const facts = { policy, calendar: calendar.name, minutes: String(minutes), due: due.toISOString() };
  return step({ ...fresh, ...rest, ...under(terms), dueAt: due }, { event: 'started', at: startedAt, facts });
}

export function pauseClock(clock: SlaClock, pausedFor: PauseReason, at: Date): ClockStep {
  return step({ ...clock, pausedAt: at, pausedFor }, { event: 'paused', at, facts: { for: pausedFor } });
}

export function resumeClock(clock: SlaClock, terms: Terms, at: Date): ClockStep {
  const { pausedAt, pausedFor } = clock;
  if (!pausedAt || !pausedFor) return step(clock, { event: 'resumed', at });
  const pauses = [...clock.pauses, { from: pausedAt, to: at, because: pausedFor }];
  const due = dueAt(terms.calendar, { ...clock, pauses });
  const facts = { since: pausedAt.toISOString(), due: due.toISOString() };
  return step({ ...clock, pauses, dueAt: due, pausedAt: null, pausedFor: null }, { event: 'resumed', at, facts });
}

/** Late is what comes after the deadline, however late that is noticed; and on time what came before it. */
export function stopClock(
  clock: SlaClock,
  terms: Pick<Terms, 'calendar'>,
  end: { readonly as: 'met' | 'cancelled'; readonly at: Date },
): ClockStep {
  const { at } = end;
  const { calendar } = terms;
  const paused = clock.pausedAt && clock.pausedFor;
  const pause = paused ? [{ from: clock.pausedAt, to: at, because: clock.pausedFor }] : [];
  const pauses = [...clock.pauses, ...pause];
  const due = paused ? dueAt(calendar, { ...clock, pauses }) : clock.dueAt;
  const over = at > due;
  const state = end.as === 'met' && over ? ('late' as const) : end.as;
  const ended: SlaClock = { ...clock, pauses, pausedAt: null, pausedFor: null, dueAt: due, state, stoppedAt: at };
  const late = over ? Math.ceil(workedBetween(calendar, { pauses }, { from: due, to: at }) / minuteMs) : 0;
  const facts: LedgerLine['facts'] = late > 0 ? { minutes: String(late) } : {};
  return step({ ...ended, breachedAt: over ? due : null }, { event: state, at, facts });
}

/** As if it had never stopped, but for the time in which the ticket was closed (rules 1.3, 1.9). */
export function reopenClock(clock: SlaClock, terms: Terms, by: { closedAt: Date | null; now: Date }): ClockStep {
  const { closedAt, now } = by;
  const closed =
    closedAt && closedAt > clock.startedAt ? [{ from: closedAt, to: now, because: 'closed' as const }] : [];
  const pauses = [...clock.pauses, ...closed];
  const going = { ...clock, ...under(terms), pauses, state: 'running' as const, stoppedAt: null };
  const due = dueAt(terms.calendar, going);
  return step(withDue(going, terms, { due, now }), { event: 'reopened', at: now, facts: { due: due.toISOString() } });
}

/** Null when nothing is different. The start never moves (rules 1.7, 1.8). */
export function recomputeClock(clock: SlaClock, terms: Terms, now: Date): ClockStep | null {
  const next = { ...clock, ...under(terms) };
  const due = dueAt(terms.calendar, next);
  const keys = ['policyId', 'policyName', 'calendarId', 'calendarName', 'minutes'] as const;
  const same = due.getTime() === clock.dueAt.getTime() && keys.every((key) => clock[key] === next[key]);
  if (same) return null;
  const facts = {
    policy: terms.policyName,
    calendar: terms.calendar.name,
    minutes: String(terms.minutes),
    from: clock.dueAt.toISOString(),
    due: due.toISOString(),
  };
  return step(withDue(next, terms, { due, now: clock.pausedAt ?? now }), { event: 'recomputed', at: now, facts });
}

/** With another deadline it may stand lower on the ladder: what was said too early is said again in time. */
function withDue(clock: SlaClock, terms: Terms, { due, now }: { due: Date; now: Date }): SlaClock {
  const passed = rungsOf(terms.ladder).filter(
    (percent) => percent <= clock.reached && dueAt(terms.calendar, clock, percent) <= now,
  );
  const breachedAt = clock.breachedAt && due <= now ? due : null;
  return { ...clock, dueAt: due, reached: Math.max(0, ...passed), breachedAt };
}
