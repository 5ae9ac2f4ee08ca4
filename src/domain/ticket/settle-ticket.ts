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
  /** The network’s time of the customer’s first message. */
  readonly firstMessageAt: Date | null;
  /** Since when a reply waits for somebody's approval: the oldest, of several. */
  readonly approvalSince: Date | null;
  /** Since when it cannot be judged, because of a newer message of the customer. */
  readonly approvalHeldSince: Date | null;
  /** When somebody last approved a reply, or sent one back. */
  readonly approvalDecidedAt: Date | null;
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
