import type { TicketFacts } from '../ticket/settle-ticket.js';
import type { SlaClock } from './clock.js';
import type { ClockEnd, Situation, WantedClock } from './situation.js';

/** Whoever is to approve a reply has a clock of their own, beside the customer's, which goes on. */
export function wantedApproval({ approvalSince, approvalHeldSince }: TicketFacts): WantedClock | null {
  if (!approvalSince) return null;
  const pausedFor = approvalHeldSince ? 'newer_message' : null;
  return { kind: 'approval', lane: null, startedAt: approvalSince, pausedFor };
}

/** Of several replies that wait, the oldest is timed; when it is decided, the next one is. */
export function approvalGoesOn(clock: SlaClock, { startedAt }: Pick<WantedClock, 'startedAt'>): boolean {
  return clock.startedAt.getTime() === startedAt.getTime();
}

/** Kept by a decision, whichever it is; a reply that was withdrawn asks for none any more. */
export function endOfApproval(clock: SlaClock, { facts, now }: Situation): ClockEnd {
  const { approvalSince, approvalDecidedAt } = facts;
  const waits = approvalSince !== null && approvalGoesOn(clock, { startedAt: approvalSince });
  const decided = !waits && approvalDecidedAt !== null && approvalDecidedAt >= clock.startedAt;
  return decided ? { as: 'met', at: approvalDecidedAt } : { as: 'cancelled', at: now };
}
