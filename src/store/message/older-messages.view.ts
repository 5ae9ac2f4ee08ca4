import { may, type Actor, type MessagePage } from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { TicketStore } from '../ticket/ticket.store.js';
import { messageViews } from './message.view.js';

const pageSize = 100;

/** The messages of a ticket before one of them; null when there is no such ticket in this agent's sight. */
export async function olderMessages(
  sql: Sql,
  workspaceId: number,
  ask: { ticketId: string; actor: Actor; before: string },
): Promise<MessagePage | null> {
  const ticket = await new TicketStore(sql, workspaceId).find(ask.ticketId);
  if (!ticket || !may(ask.actor, 'ticket.see', ticket).ok) return null;
  return messageViews(sql, workspaceId, { ticketId: ask.ticketId, before: ask.before, limit: pageSize });
}
