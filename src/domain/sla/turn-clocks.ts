import type { ClockStep, SlaClock } from './clock.js';
import { isReplyClock, targetOf } from './clock-kind.js';
import { pauseClock, recomputeClock, reopenClock, resumeClock, startClock, stopClock } from './clock-steps.js';
import { calendarOf, termsFor, type SlaBook, type Terms } from './policy.js';
import type { Situation, WantedClock } from './situation.js';
import { endOf, goesOn, wantedClocks } from './wanted-clocks.js';

interface By {
  readonly book: SlaBook;
  readonly newId: () => string;
}

/** What becomes of a ticket's clocks; of several steps of one clock the last says how it stands. */
export function turnClocks(clocks: readonly SlaClock[], now: Situation, by: By): ClockStep[] {
  const wanted = wantedClocks(now).map((one) => ({ ...one, terms: termsOf(one, now, by.book) }));
  const running = clocks.filter(({ state }) => state === 'running');
  const goingOn = running.flatMap((clock) => {
    const as = wanted.find(({ kind }) => kind === clock.kind);
    return as?.terms && goesOn(clock, as, now) ? [{ clock, wanted: as, terms: as.terms }] : [];
  });
  const ending = running.filter((clock) => !goingOn.some((one) => one.clock === clock));
  const missing = wanted.filter(({ kind }) => !goingOn.some((one) => one.wanted.kind === kind));
  return [
    ...ending.map((clock) => end(clock, now, by.book)),
    ...goingOn.flatMap((one) => goOn(one.clock, one, now)),
    ...missing.flatMap(({ terms, ...one }) =>
      terms ? begin(clocks, { ...one, terms }, { now, newId: by.newId }) : [],
    ),
  ];
}

function termsOf({ kind, lane }: WantedClock, { judged }: Situation, book: SlaBook): Terms | null {
  return termsFor(book, judged, targetOf(kind, lane ?? judged.lane));
}

function end(clock: SlaClock, now: Situation, book: SlaBook): ClockStep {
  return stopClock(clock, { calendar: calendarOf(book, clock.calendarId) }, endOf(clock, now));
}

function goOn(clock: SlaClock, { wanted, terms }: { wanted: WantedClock; terms: Terms }, now: Situation): ClockStep[] {
  const steps: ClockStep[] = [];
  const current = () => steps.at(-1)?.clock ?? clock;
  const recomputed = recomputeClock(clock, terms, now.now);
  if (recomputed) steps.push(recomputed);
  if (wanted.pausedFor === clock.pausedFor) return steps;
  if (clock.pausedAt) steps.push(resumeClock(current(), terms, resumedAt(clock, now)));
  if (wanted.pausedFor) steps.push(pauseClock(current(), wanted.pausedFor, pausedAt(current(), now)));
  return steps;
}

/** The customer's time begins when the network took our answer, and ends when the network took theirs. */
function pausedAt(clock: SlaClock, { facts, now }: Situation): Date {
  const begun = clock.kind === 'approval' ? facts.approvalHeldSince : facts.lastAnswerAt;
  const since = clock.pauses.at(-1)?.to ?? clock.startedAt;
  return begun && begun >= since && begun < now ? begun : now;
}

function resumedAt({ kind, pausedAt }: SlaClock, { facts, now }: Situation): Date {
  if (kind === 'approval' || !pausedAt) return now;
  const { waitingSince } = facts;
  return waitingSince && waitingSince > pausedAt && waitingSince < now ? waitingSince : now;
}

interface Beginning {
  readonly now: Situation;
  readonly newId: () => string;
}

/** The same promise again when it had only been thought kept, or when the ticket was only thought done. */
function begin(
  clocks: readonly SlaClock[],
  wanted: WantedClock & { terms: Terms },
  { now, newId }: Beginning,
): ClockStep[] {
  const { terms } = wanted;
  const before = clocks.findLast((clock) => clock.state !== 'running' && isSame(clock, wanted));
  const first = before
    ? reopenClock(before, terms, { closedAt: now.wasClosedAt, now: now.now })
    : startClock(newId(), wanted, terms);
  if (!wanted.pausedFor) return [first];
  return [first, pauseClock(first.clock, wanted.pausedFor, pausedAt(first.clock, now))];
}

function isSame(clock: SlaClock, { kind, startedAt }: WantedClock): boolean {
  const once = kind === 'resolution' || kind === 'approval' || isReplyClock(kind);
  return once && clock.kind === kind && clock.startedAt.getTime() === startedAt.getTime();
}
