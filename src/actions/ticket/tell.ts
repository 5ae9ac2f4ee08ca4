import type { MessageView, TicketRow } from '../../contract/index.js';
import type { Lane } from '../../domain/team/role.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { newId } from '../../platform/ids.js';
import { messageView } from '../../store/message/message.view.js';
import { threadViews } from '../../store/thread/thread.view.js';
import type { NewLine } from '../../store/ticket/history.store.js';
import { ticketDetails } from '../../store/ticket/ticket-row.view.js';
import type { Work } from '../../store/work.js';

interface TicketNews {
  readonly was: { lane: Lane; ownerId: string | null } | null;
  readonly cause: string;
  readonly actorId: string | null;
}

/** What screens are told of a ticket. Each event carries the whole view, read in the transaction that changed it. */
export async function tellTicket(tx: Work, ticketId: string, news: TicketNews): Promise<TicketRow> {
  const [ticket] = await tellTickets(tx, [{ ticketId, ...news }]);
  if (!ticket) throw new Error('a ticket that was changed could not be read');
  return ticket;
}

export async function tellTickets(
  tx: Work,
  all: readonly (TicketNews & { readonly ticketId: string })[],
): Promise<TicketRow[]> {
  const ids = all.map(({ ticketId }) => ticketId);
  const events = (await ticketDetails(tx.sql, tx.workspaceId, ids)).flatMap(({ row: ticket, why, clocks, links }) => {
    const told = all.find(({ ticketId }) => ticketId === ticket.id);
    if (!told) return [];
    const { was, cause, actorId } = told;
    return [{ type: 'ticket.changed' as const, ticket, why, clocks, links, was, cause, actorId }];
  });
  await tx.tell(...events);
  return events.map(({ ticket }) => ticket);
}

export async function tellMessage(tx: Work, messageId: string, wasApproverIds: readonly string[] = []): Promise<void> {
  const message = await messageView(tx.sql, tx.workspaceId, messageId);
  await tx.tell({ type: 'message.changed', ticketId: message.ticketId, message });
  if (message.approval) await tellApproval(tx, message, wasApproverIds);
}

/** What the board of approvals shows of it; `wasApproverIds`: who could approve it before. */
export async function tellApproval(
  tx: Work,
  message: MessageView,
  wasApproverIds: readonly string[] = [],
): Promise<void> {
  const ticket = await tx.tickets.find(message.ticketId);
  if (!ticket) return;
  const { ticketId } = message;
  const entry = { ticketNumber: ticket.number, message };
  await tx.tell({ type: 'approval.changed', ticketId, entry, wasApproverIds: [...wasApproverIds] });
}

export async function tellThread(
  tx: Work,
  thread: { readonly id: string; readonly ticketId: string },
  by: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<void> {
  // A ticket that was split shares its thread with what was split off: both pages show it.
  const ask = { ticketId: thread.ticketId, threadId: thread.id, inOthers: true, ...by };
  for (const view of await threadViews(tx.sql, tx.workspaceId, ask)) {
    await tx.tell({ type: 'thread.changed', ticketId: view.ticketId, thread: view });
  }
}

/** Writes a line of the ticket's history, and tells it. */
export async function tellLine(tx: Work, line: Omit<NewLine, 'id'>): Promise<void> {
  await tellLines(tx, [line]);
}

export async function tellLines(tx: Work, lines: readonly Omit<NewLine, 'id'>[]): Promise<void> {
  if (lines.length === 0) return;
  const views = await tx.history.addAll(lines.map((line) => ({ id: newId(), ...line })));
  await tx.tell(...views.map((line) => ({ type: 'history.added' as const, ticketId: line.ticketId, line })));
}
