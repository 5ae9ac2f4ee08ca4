import { Refusal } from '../../domain/refusal.js';
import type { Act } from '../../domain/team/policy.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import { ticketDetail } from '../../store/ticket/ticket-row.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

interface Ask {
  readonly ticketId: string;
  readonly act: Act;
  /** The version the asker has seen; an older one is refused. Who names none acts on whatever there is. */
  readonly version?: number | undefined;
}

/** The ticket, held until the transaction ends, for somebody who may do this with it. */
export async function lockTicket(tx: Work, caller: Caller, ask: Ask): Promise<Ticket> {
  const ticket = await tx.tickets.lock(ask.ticketId);
  if (!ticket) throw new Refusal('not-found', { what: 'ticket' });
  mustAllow(caller, ask.act, ticket);
  if (ask.version !== undefined && ask.version !== ticket.version) await refuseStale(tx, ticket);
  return ticket;
}

/** Answered with the ticket as it is now, so that whoever asked can look and decide again. */
async function refuseStale(tx: Work, { id, version }: Ticket): Promise<never> {
  const detail = await ticketDetail(tx.sql, tx.workspaceId, id);
  throw new Refusal('ticket.stale-version', { version, ticket: detail?.row ?? {} });
}

/** As above, of a ticket that is not closed. */
export async function lockOpenTicket(tx: Work, caller: Caller, ask: Ask): Promise<Ticket> {
  const ticket = await lockTicket(tx, caller, ask);
  if (ticket.state === 'closed') {
    throw new Refusal('ticket.closed', { closedAt: ticket.closedAt?.toISOString() ?? '' });
  }
  return ticket;
}
