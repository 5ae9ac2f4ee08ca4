import { Refusal } from '../../domain/refusal.js';
import type { Act } from '../../domain/team/policy.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** The ticket, held until the transaction ends, for somebody who may do this with it. */
export async function lockTicket(
  tx: Work,
  caller: Caller,
  ask: { readonly ticketId: string; readonly act: Act },
): Promise<Ticket> {
  const ticket = await tx.tickets.lock(ask.ticketId);
  if (!ticket) throw new Refusal('not-found', { what: 'ticket' });
  mustAllow(caller, ask.act, ticket);
  return ticket;
}

/** As above, of a ticket that is not closed. */
export async function lockOpenTicket(
  tx: Work,
  caller: Caller,
  ask: { readonly ticketId: string; readonly act: Act },
): Promise<Ticket> {
  const ticket = await lockTicket(tx, caller, ask);
  if (ticket.state === 'closed') {
    throw new Refusal('ticket.closed', { closedAt: ticket.closedAt?.toISOString() ?? '' });
  }
  return ticket;
}
