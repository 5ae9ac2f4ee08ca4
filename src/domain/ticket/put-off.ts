import { Refusal } from '../refusal.js';
import type { TicketCause } from './settle-ticket.js';
import type { TicketState } from './ticket-state.js';

/** Whom a ticket waits for. Only the customer and third parties pause its resolution (rules 1.5). */
export const waitedFor = ['customer', 'internal', 'third_party'] as const;
export type WaitedFor = (typeof waitedFor)[number];

export function waitingState(who: WaitedFor): Extract<TicketState, 'waiting_customer' | 'waiting_internal'> {
  return who === 'customer' ? 'waiting_customer' : 'waiting_internal';
}

interface Snooze {
  readonly until: Date;
  readonly now: Date;
  /** The earliest promise that runs: snoozing does not pause it. */
  readonly dueAt: Date | null;
  /** Somebody who may has said that the promise may be broken. */
  readonly confirmed: boolean;
}

/** Throws a Refusal for a date that has passed, or that lies beyond what was promised to the customer (rules 1.6). */
export function checkSnooze({ until, now, dueAt, confirmed }: Snooze): void {
  if (until <= now) throw new Refusal('snooze.past', {});
  if (dueAt && until > dueAt && !confirmed) throw new Refusal('snooze.beyond-target', { dueAt: dueAt.toISOString() });
}

/** A ticket that was put off in spite of the customer does not come back because they write. */
export function causeFor(
  ticket: { readonly state: TicketState; readonly wakeOnCustomer: boolean },
  cause: TicketCause,
): TicketCause {
  const sleeps = ticket.state === 'snoozed' && !ticket.wakeOnCustomer;
  return sleeps && cause === 'customer-wrote' ? 'other' : cause;
}

/** What of its waiting a ticket in this state still has. */
export function leftOfWaiting(state: TicketState): {
  readonly snoozedUntil?: null;
  readonly wakeOnCustomer?: true;
  readonly waitingFor?: null;
} {
  return {
    ...(state === 'snoozed' ? {} : { snoozedUntil: null, wakeOnCustomer: true }),
    ...(state === 'waiting_customer' || state === 'waiting_internal' ? {} : { waitingFor: null }),
  };
}
