import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import { changeAsk } from './change-ask.js';

/** An expert's answer reached the network, or was taken back before it did. The caller holds its thread and ticket. */
export async function followAnswer(tx: Work, message: Message, as: 'sent' | 'discarded'): Promise<void> {
  if (message.expertId === null) return;
  const found = await tx.asks.byMessage(message.id);
  const ask = found && (await tx.asks.lock(found.id));
  if (ask?.state !== 'approved') return;
  if (as === 'discarded') {
    await changeAsk(tx, ask, { to: 'in_review', change: { messageId: null, answer: null } });
    return;
  }
  const line = { code: 'expert-answered', agentId: ask.expertId } as const;
  await changeAsk(tx, ask, { to: 'published', line });
}
