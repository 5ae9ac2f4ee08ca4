import { dueAt, type ClockKind } from '../sla/first-policy.js';
import type { TicketState } from './ticket-state.js';

/** What a ticket's messages say, counted afresh after each change: no counter can drift. */
export interface TicketFacts {
  /** Customer messages that ask for something and came after our last answer. */
  readonly unanswered: number;
  /** The network's time of the oldest of those. */
  readonly waitingSince: Date | null;
  /** When the network accepted our first and our latest answer. */
  readonly firstAnswerAt: Date | null;
  readonly lastAnswerAt: Date | null;
}

export type TicketCause = 'customer-wrote' | 'answered' | 'send-failed' | 'other';

type Move = { readonly from: readonly TicketState[]; readonly to: TicketState; readonly whileAsked: boolean | null };

/** What moves a ticket by itself. Closing and reopening are decided elsewhere. */
const moves: Readonly<Record<TicketCause, Move | null>> = {
  'customer-wrote': { from: ['waiting_customer', 'waiting_internal', 'snoozed'], to: 'open', whileAsked: true },
  answered: { from: ['new', 'open'], to: 'waiting_customer', whileAsked: false },
  'send-failed': { from: ['waiting_customer'], to: 'open', whileAsked: null },
  other: null,
};

/** The state after something happened. */
export function nextState(state: TicketState, cause: TicketCause, facts: TicketFacts): TicketState {
  const move = moves[cause];
  if (!move?.from.includes(state)) return state;
  const asked = facts.unanswered > 0;
  return move.whileAsked === null || move.whileAsked === asked ? move.to : state;
}

export interface RunningClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly startedAt: Date;
}
export type ClockChange =
  | { readonly do: 'stop'; readonly clock: RunningClock; readonly as: 'met' | 'cancelled'; readonly at: Date }
  | { readonly do: 'start'; readonly kind: ClockKind; readonly startedAt: Date; readonly dueAt: Date };

/**
 * The clocks as they must be. `first_reply` runs from the customer's first message until the network accepts an
 * answer; `next_reply` from the oldest unanswered message. Bursts restart nothing; closing cancels (rules 1.3, 1.4).
 */
export function clockChanges(
  running: readonly RunningClock[],
  facts: TicketFacts,
  ticket: { readonly closed: boolean; readonly priority: number; readonly now: Date },
): ClockChange[] {
  const { now } = ticket;
  const wanted = wantedClock(facts, ticket.closed);
  const stops = running
    .filter((clock) => clock.kind !== wanted?.kind || clock.startedAt > wanted.startedAt || answeredSince(clock, facts))
    .map((clock): ClockChange => {
      const met = answeredSince(clock, facts);
      return { do: 'stop', clock, as: met ? 'met' : 'cancelled', at: met ? (facts.lastAnswerAt ?? now) : now };
    });
  const stopped = new Set(stops.flatMap((change) => (change.do === 'stop' ? [change.clock.id] : [])));
  const goesOn = running.some((clock) => !stopped.has(clock.id));
  if (!wanted || goesOn) return stops;
  return [...stops, { do: 'start', ...wanted, dueAt: dueAt(ticket.priority, wanted.startedAt) }];
}

function wantedClock(facts: TicketFacts, closed: boolean): { kind: ClockKind; startedAt: Date } | null {
  if (closed || !facts.waitingSince) return null;
  return { kind: facts.firstAnswerAt ? 'next_reply' : 'first_reply', startedAt: facts.waitingSince };
}

/** Only an answer that came after the clock's start, and after which the oldest open question is a newer one. */
function answeredSince(clock: RunningClock, facts: TicketFacts): boolean {
  if (!facts.lastAnswerAt || facts.lastAnswerAt < clock.startedAt) return false;
  return !facts.waitingSince || facts.waitingSince > clock.startedAt;
}
