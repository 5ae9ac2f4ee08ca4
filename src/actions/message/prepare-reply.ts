import type { MessageView, ReplyWay } from '../../contract/index.js';
import { checkSchedule } from '../../domain/message/check-schedule.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { approversNow, neededFor, type ApprovalPlace } from '../../store/approval/needed-approval.view.js';
import type { FileFacts } from '../../store/message/file.store.js';
import { messageView } from '../../store/message/message.view.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { tellMessage } from '../ticket/tell.js';
import { openWay } from './open-way.js';
import type { AskedApproval } from './queue-reply.js';
import type { Reply } from './reply.js';

interface Prepared {
  readonly way: ReplyWay;
  readonly files: readonly FileFacts[];
  readonly scheduledAt: Date | null;
  readonly approval: AskedApproval | null;
}

/** What is found out before a reply is kept: how it can go, when, and whether somebody else must read it first. */
export async function prepareReply(
  tx: Work,
  by: { readonly agentId: string; readonly ticket: Ticket; readonly reply: Reply; readonly beside: Thread | null },
  kit: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<Prepared> {
  const { reply, ticket } = by;
  const { way, files } = await openWay(tx, reply, kit);
  const line: readonly ApprovalPlace[] = by.beside
    ? [{ network: await networkOf(tx, by.beside), space: 'public' }]
    : [];
  const approval = await askedApproval(tx, by, [way, ...line]);
  const closesAt = way.closesAt === null ? null : new Date(way.closesAt);
  // What waits for somebody can be withdrawn all that time: the seconds to take it back come with the approval.
  const asked = approval ? { sendAt: reply.sendAt, undoSeconds: 0 } : reply;
  const scheduledAt = checkSchedule(asked, { closesAt, dueAt: ticket.dueAt, now: kit.now, network: way.network });
  return { way, files, scheduledAt, approval };
}

async function networkOf(tx: Work, { accountId }: Thread): Promise<string> {
  return (await tx.accounts.find(accountId))?.network ?? '';
}

async function askedApproval(
  tx: Work,
  { agentId, ticket }: { readonly agentId: string; readonly ticket: Ticket },
  places: readonly ApprovalPlace[],
): Promise<AskedApproval | null> {
  const needed = await neededFor(tx.sql, tx.workspaceId, { ticketId: ticket.id, agentId, places });
  if (!needed) return null;
  const { approvers } = needed.rule;
  // Whoever answers what nobody has takes it on.
  const scope = { lane: ticket.lane, ownerId: ticket.ownerId ?? agentId };
  const question = { approvers, authorId: agentId, approvedBy: [], late: false, ticket: scope };
  return { ...needed, approverIds: await approversNow(tx.sql, tx.workspaceId, question) };
}

/** Whoever is to approve it sees the line that goes with it. */
export async function withLine(tx: Work, messageId: string): Promise<MessageView> {
  await tx.messages.change(messageId, {});
  await tellMessage(tx, messageId);
  return messageView(tx.sql, tx.workspaceId, messageId);
}
