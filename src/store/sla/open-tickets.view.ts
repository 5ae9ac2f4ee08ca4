import type { Sql } from '../sql.js';
import { countTickets, type CountedTicket } from '../ticket/ticket-facts.js';
import { TicketStore, type Ticket } from '../ticket/ticket.store.js';
import { ClockStore, type ClockOfTicket } from './clock.store.js';

export interface OpenTicket {
  readonly ticket: Ticket;
  readonly facts: CountedTicket;
  readonly clocks: readonly ClockOfTicket[];
}

/** Tickets that are not closed, by id, with all that their clocks depend on. */
export async function openTickets(
  sql: Sql,
  workspaceId: number,
  ask: { readonly after: string | null; readonly limit: number },
): Promise<OpenTicket[]> {
  const tickets = await new TicketStore(sql, workspaceId).openAfter(ask.after, ask.limit);
  const ids = tickets.map(({ id }) => id);
  const facts = new Map((await countTickets(sql, workspaceId, ids)).map((one) => [one.ticketId, one]));
  const clocks = Map.groupBy(await new ClockStore(sql, workspaceId).ofTickets(ids), ({ ticketId }) => ticketId);
  return tickets.flatMap((ticket) => {
    const counted = facts.get(ticket.id);
    return counted ? [{ ticket, facts: counted, clocks: clocks.get(ticket.id) ?? [] }] : [];
  });
}
