import type { ReplyWay, ThreadView } from '../../contract/index.js';
import { checkReply } from '../../domain/message/check-reply.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { Refusal } from '../../domain/refusal.js';
import type { FileFacts } from '../../store/message/file.store.js';
import { threadViews } from '../../store/thread/thread.view.js';
import type { Work } from '../../store/work.js';
import type { Reply } from './reply.js';

/** The way that a reply wants to go, open and fit for it, with its files. Throws the Refusal that says why not. */
export async function openWay(
  tx: Work,
  reply: Reply,
  by: { readonly rulesOf: RulesOf; readonly now: Date },
): Promise<{ way: ReplyWay; files: FileFacts[] }> {
  const { ticketId, threadId, space, accountId } = reply;
  const [view] = await threadViews(tx.sql, tx.workspaceId, { ticketId, threadId, ...by });
  const way = view?.ways.find((one) => one.space === space && one.accountId === accountId);
  if (!view || !way) throw new Refusal('reply.no-way', { network: view?.account.network ?? '', space });
  if (!way.open) throw shutRefusal(view, way);
  const files = await tx.files.facts(reply.fileIds);
  checkReply(way, { text: reply.text, files, asked: reply.fileIds.length });
  return { way, files };
}

function shutRefusal(thread: ThreadView, way: ReplyWay): Refusal {
  const { network, space } = way;
  const closedAt = way.closesAt ?? '';
  if (way.shut === 'window-closed' || way.shut === 'private-too-late') {
    return new Refusal('reply.window-closed', { network, closedAt });
  }
  if (way.shut === 'private-used') return new Refusal('reply.private-used', { at: '' });
  return new Refusal('reply.no-way', { network: thread.account.network, space });
}
