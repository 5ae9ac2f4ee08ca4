import type { TicketState } from './ticket-state.js';

const grace = 24 * 3_600_000;

/**
 * Where a customer's message goes, given the thread's latest ticket: into it, into it and it reopens, or into a
 * new one. A closed ticket reopens within a day; a bare thanks joins it without reopening (rules 1.9).
 */
export function placeMessage(
  ticket: { readonly state: TicketState; readonly closedAt: Date | null } | null,
  thanks: boolean,
  now: Date,
): 'new' | 'join' | 'reopen' {
  if (!ticket) return 'new';
  if (ticket.state !== 'closed' || thanks) return 'join';
  const closedFor = now.getTime() - (ticket.closedAt?.getTime() ?? 0);
  return closedFor <= grace ? 'reopen' : 'new';
}
