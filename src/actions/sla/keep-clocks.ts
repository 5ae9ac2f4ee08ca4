import type { ClockStep, SlaClock } from '../../domain/sla/clock.js';
import { countedSpans } from '../../domain/sla/due.js';
import { nextRung } from '../../domain/sla/ladder.js';
import { calendarOf, type SlaBook } from '../../domain/sla/policy.js';
import { newId } from '../../platform/ids.js';
import type { ClockEntry, ClockOfTicket } from '../../store/sla/clock.store.js';
import type { Work } from '../../store/work.js';

export interface TicketSteps {
  readonly ticketId: string;
  readonly before: readonly ClockOfTicket[];
  readonly steps: readonly ClockStep[];
}

interface By {
  readonly book: SlaBook;
  readonly cause: string;
  readonly actorId: string | null;
}

/** Writes what became of clocks, why, and what comes next on them. */
export async function keepClocks(tx: Work, all: readonly TicketSteps[], { book, cause, actorId }: By): Promise<void> {
  const changed = all.flatMap(({ ticketId, steps }) =>
    lastOfEach(steps).map((clock) => entryOf(ticketId, clock, book)),
  );
  const lines = all.flatMap(({ steps }) => steps.map(({ line }) => ({ id: newId(), cause, actorId, ...line })));
  await tx.clocks.save(changed, lines);
  await tx.clocks.arm([...changed, ...all.flatMap((one) => disarmed(one, book))]);
}

/** For clocks that run on as they did: what comes next on them, by the promises as they are now. */
export async function armClocks(tx: Work, clocks: readonly ClockOfTicket[], book: SlaBook): Promise<void> {
  const running = clocks.filter(({ state }) => state === 'running');
  await tx.clocks.arm(running.map((clock) => entryOf(clock.ticketId, clock, book)));
}

/** In the order of the first: what ends must be written before what takes its place. */
function lastOfEach(steps: readonly ClockStep[]): SlaClock[] {
  return [...new Map(steps.map(({ clock }) => [clock.id, clock])).values()];
}

/** The clocks of a ticket as they stand afterwards. */
export function clocksAfter({ before, steps }: TicketSteps): SlaClock[] {
  const changed = lastOfEach(steps);
  return [...before.filter(({ id }) => !changed.some((clock) => clock.id === id)), ...changed];
}

/** Clocks that nothing waits for although they run: those that were put back as they had been. */
function disarmed({ ticketId, before, steps }: TicketSteps, book: SlaBook): ClockEntry[] {
  return before
    .filter(({ id, state, armed }) => state === 'running' && !armed && !steps.some(({ clock }) => clock.id === id))
    .map((clock) => entryOf(ticketId, clock, book))
    .filter(({ next }) => next !== null);
}

function entryOf(ticketId: string, clock: SlaClock, book: SlaBook): ClockEntry {
  const calendar = calendarOf(book, clock.calendarId);
  const ladder = book.policies.find(({ id }) => id === clock.policyId)?.ladder ?? [];
  return { ticketId, clock, spans: countedSpans(calendar, clock), next: nextRung(clock, { calendar, ladder }) };
}
