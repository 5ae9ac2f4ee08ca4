import { Injectable } from '@nestjs/common';
import { Networks } from '../../networks/kit/networks.js';
import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import { followAnswer } from '../expert/follow-answer.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';

interface Accepted {
  readonly accountId: string;
  /** The network's id; null where only a human knows that it went. */
  readonly externalId: string | null;
  readonly at: Date;
  readonly permalink?: string;
  readonly now: Date;
}

/** The network has accepted a reply of ours: by its answer, by an echo, by a read-back, or by a human's word. */
@Injectable()
export class MarkSent {
  constructor(private readonly networks: Networks) {}

  /** The caller holds the thread. Told twice, it changes nothing the second time. */
  async inside(tx: Work, message: Message, accepted: Accepted): Promise<void> {
    if (message.state === 'sent') return;
    if (accepted.externalId !== null) await claimKey(tx, message, { ...accepted, externalId: accepted.externalId });
    const ticket = await tx.tickets.lock(message.ticketId);
    if (!ticket) return;

    await tx.messages.change(message.id, {
      state: 'sent',
      at: accepted.at,
      failure: null,
      nextTryAt: null,
      ...(accepted.externalId === null ? {} : { externalId: accepted.externalId }),
      ...(accepted.permalink === undefined ? {} : { permalink: accepted.permalink }),
    });
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await settleTicket(tx, ticket, { cause: 'answered', rulesOf: this.networks.rulesOf, now: accepted.now });
    await tellMessage(tx, message.id);
    await followAnswer(tx, message, 'sent');
    await tellTicket(tx, ticket.id, { was, cause: 'answered', actorId: message.agentId });
    // What waits behind it in this thread, or for it in another, may go now.
    const threads = [message.threadId, ...(await tx.messages.waitingFor(message.id))];
    for (const threadId of threads) await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId });
  }
}

/** An echo that came first and was not known as ours was shown as somebody else's: it was this one all along. */
async function claimKey(
  tx: Work,
  message: Message,
  accepted: { accountId: string; externalId: string },
): Promise<void> {
  const { accountId, externalId } = accepted;
  const key = await tx.messageKeys.lock(accountId, externalId);
  await tx.messageKeys.point(accountId, externalId, message.id);
  if (key.messageId === null || key.messageId === message.id) return;
  const twin = await tx.messages.find(key.messageId);
  if (twin?.direction !== 'out' || twin.agentId !== null) return;
  await tx.messages.remove(twin.id);
  await tx.tell({ type: 'message.gone', ticketId: twin.ticketId, messageId: twin.id });
}
