import type { TicketRow } from '../../contract/index.js';
import type { Lane } from '../../domain/team/role.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { newId } from '../../platform/ids.js';
import { messageView } from '../../store/message/message.view.js';
import { threadViews } from '../../store/thread/thread.view.js';
import type { NewLine } from '../../store/ticket/history.store.js';
import { ticketDetail } from '../../store/ticket/ticket-row.view.js';
import type { Work } from '../../store/work.js';

/** What screens are told of a ticket. Each event carries the whole view, read in the transaction that changed it. */
export async function tellTicket(
  tx: Work,
  ticketId: string,
  news: { was: { lane: Lane; ownerId: string | null } | null; cause: string; actorId: string | null },
): Promise<TicketRow> {
  const detail = await ticketDetail(tx.sql, tx.workspaceId, ticketId);
  if (!detail) throw new Error('a ticket that was changed could not be read');
  const { row: ticket, why, clocks, links } = detail;
  await tx.tell({ type: 'ticket.changed', ticket, why, clocks, links, ...news });
  return ticket;
}

export async function tellMessage(tx: Work, messageId: string): Promise<void> {
  const message = await messageView(tx.sql, tx.workspaceId, messageId);
  await tx.tell({ type: 'message.changed', ticketId: message.ticketId, message });
}

export async function tellThread(
  tx: Work,
  thread: { readonly id: string; readonly ticketId: string },
  by: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<void> {
  const ask = { ticketId: thread.ticketId, threadId: thread.id, ...by };
  for (const view of await threadViews(tx.sql, tx.workspaceId, ask)) {
    await tx.tell({ type: 'thread.changed', ticketId: thread.ticketId, thread: view });
  }
}

/** Writes a line of the ticket's history, and tells it. */
export async function tellLine(tx: Work, line: Omit<NewLine, 'id'>): Promise<void> {
  const view = await tx.history.add({ id: newId(), ...line });
  await tx.tell({ type: 'history.added', ticketId: line.ticketId, line: view });
}
