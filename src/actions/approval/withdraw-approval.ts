import { Refusal } from '../../domain/refusal.js';
import type { Message } from '../../store/message/message.store.js';
import { messageView } from '../../store/message/message.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { tellApproval, tellLine, tellMessage } from '../ticket/tell.js';

/**
 * The part of taking back a reply that concerns its approval; the caller holds thread, ticket and message. What waits, or came
 * back, is its author's alone. Answers what is to be told once it is taken back.
 */
export async function withdrawApproval(tx: Work, caller: Caller, message: Message): Promise<() => Promise<void>> {
  const approval = await tx.approvals.lock(message.id);
  if (!approval) return () => tellLeader(tx, message);
  const isUnread = message.state === 'approval' || message.state === 'draft';
  if (isUnread && message.agentId !== caller.id) {
    throw new Refusal('approval.not-yours', { because: 'not-author' });
  }
  await tx.approvals.change(message.id, { state: 'withdrawn', approverIds: [], decidedAt: null });
  return async () => {
    const line = { ticketId: message.ticketId, agentId: caller.id, code: 'approval-withdrawn', facts: {} } as const;
    await tellLine(tx, line);
    await tellApproval(tx, await messageView(tx.sql, tx.workspaceId, message.id), approval.approverIds);
  };
}

/** A public line was taken back alone: whoever is to approve its private part sees that. */
async function tellLeader(tx: Work, { afterMessageId }: Message): Promise<void> {
  const leader = afterMessageId === null ? null : await tx.messages.find(afterMessageId);
  if (leader?.state !== 'approval' && leader?.state !== 'draft') return;
  await tx.messages.change(leader.id, {});
  await tellMessage(tx, leader.id);
}
