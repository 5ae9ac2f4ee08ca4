export const ticketStates = ['new', 'open', 'waiting_customer', 'waiting_internal', 'snoozed', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

export const outcomes = [
  'resolved',
  'no_reply_needed',
  'community_answered',
  'moved_to_private',
  'spam',
  'duplicate',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What may follow what. A closed ticket comes back only as `open`. */
const transitions: Readonly<Record<TicketState, readonly TicketState[]>> = {
  new: ['open', 'waiting_customer', 'waiting_internal', 'snoozed', 'closed'],
  open: ['waiting_customer', 'waiting_internal', 'snoozed', 'closed'],
  waiting_customer: ['open', 'waiting_internal', 'snoozed', 'closed'],
  waiting_internal: ['open', 'waiting_customer', 'snoozed', 'closed'],
  snoozed: ['open', 'waiting_customer', 'waiting_internal', 'closed'],
  closed: ['open'],
};

/** Staying where one is counts as allowed. */
export function canBecome(from: TicketState, to: TicketState): boolean {
  return from === to || transitions[from].includes(to);
}

/** States in which the ball is with us. */
export const ours: readonly TicketState[] = ['new', 'open'];
