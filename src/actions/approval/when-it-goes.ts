import type { ReplyWay } from '../../contract/index.js';
import { checkReply } from '../../domain/message/check-reply.js';
import { checkSchedule } from '../../domain/message/check-schedule.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { Refusal } from '../../domain/refusal.js';
import type { Message } from '../../store/message/message.store.js';
import { threadViews } from '../../store/thread/thread.view.js';
import type { Work } from '../../store/work.js';
import type { OpenApproval } from './open-approval.js';

interface Going {
  readonly text: string;
  readonly undoSeconds: number;
  readonly rulesOf: RulesOf;
  readonly now: Date;
}

/**
 * When a reply goes once it is approved: at the hour for which it was planned, or when the approver can no longer take it
 * back; null for at once. Refused where it can no longer go at all, or is too long as it was changed.
 */
export async function whenItGoes(tx: Work, { message, ticket }: OpenApproval, going: Going): Promise<Date | null> {
  const { text, now, undoSeconds } = going;
  const { ticketId, threadId } = message;
  const [view] = await threadViews(tx.sql, tx.workspaceId, { ticketId, threadId, rulesOf: going.rulesOf, now });
  const way = view?.ways.find(({ space }) => space === view.space) ?? null;
  if (way) await mustFit(tx, message, { way, text });
  if (message.scheduledAt !== null && message.scheduledAt > now) return message.scheduledAt;
  const { dueAt } = ticket;
  return checkSchedule({ sendAt: null, undoSeconds }, { closesAt: closingOf(way), dueAt, now, network: '' });
}

async function mustFit(
  tx: Work,
  { fileIds }: Message,
  { way, text }: { readonly way: ReplyWay; readonly text: string },
): Promise<void> {
  const { network, closesAt } = way;
  if (way.shut === 'window-closed') throw new Refusal('reply.window-closed', { network, closedAt: closesAt ?? '' });
  checkReply(way, { text, files: await tx.files.facts(fileIds), asked: fileIds.length });
}

function closingOf(way: ReplyWay | null): Date | null {
  return way?.closesAt ? new Date(way.closesAt) : null;
}
