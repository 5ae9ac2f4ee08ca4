import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import { followAnswer } from '../expert/follow-answer.js';
import { tellMessage } from '../ticket/tell.js';

/**
 * What was to follow a reply that does not go does not go either, and an expert's answer is looked at again. The caller
 * holds the ticket.
 */
export async function endWaiting(tx: Work, leader: Message, as: 'failed' | 'discarded'): Promise<void> {
  if (as === 'discarded') await followAnswer(tx, leader, 'discarded');
  for (const id of await tx.messages.endWaiting(leader.id, as)) {
    if (as === 'failed') await tellMessage(tx, id);
    else await tx.tell({ type: 'message.gone', ticketId: leader.ticketId, messageId: id });
  }
}
