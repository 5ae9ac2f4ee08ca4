import { Refusal } from '../../domain/refusal.js';
import type { Approval } from '../../store/approval/approval.store.js';
import { approversNow } from '../../store/approval/needed-approval.view.js';
import type { Message } from '../../store/message/message.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockOpenTicket } from '../ticket/lock-ticket.js';

export interface OpenApproval {
  readonly approval: Approval;
  readonly message: Message;
  readonly ticket: Ticket;
}

/** A reply as somebody looked at it. */
export interface SeenReply {
  readonly messageId: string;
  readonly version: number;
}

/** A reply and its approval, held: the thread first, then the ticket, the message, the approval. */
export async function openApproval(tx: Work, caller: Caller, seen: SeenReply): Promise<OpenApproval> {
  const found = await tx.messages.find(seen.messageId);
  if (!found) throw new Refusal('not-found', { what: 'message' });
  await tx.threads.lock(found.threadId);
  const ticket = await lockOpenTicket(tx, caller, { ticketId: found.ticketId, act: 'ticket.reply' });
  const message = await tx.messages.lock(found.id);
  const approval = await tx.approvals.lock(found.id);
  if (!message || !approval || message.state === 'discarded') throw new Refusal('not-found', { what: 'message' });
  if (message.version !== seen.version) throw new Refusal('approval.stale', { version: message.version });
  return { approval, message, ticket };
}

/** Who may approve it at this moment, as it stands or as it will. */
export function mayApprove(tx: Work, opened: OpenApproval, approvedBy: readonly string[]): Promise<string[]> {
  const { approval, message, ticket } = opened;
  const { approvers, lateAt } = approval;
  const question = { approvers, authorId: message.agentId, approvedBy, late: lateAt !== null, ticket };
  return approversNow(tx.sql, tx.workspaceId, question);
}

/** As the rules of approving look at it. */
export function waitingOf({ approval, message }: OpenApproval) {
  const { state, needed, approvedBy, heldSince } = approval;
  return { state, needed, approvedBy, authorId: message.agentId, held: heldSince !== null };
}
