import { Injectable } from '@nestjs/common';
import type { MessageArrived } from '../../domain/message/inbound-event.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import { timeOf, type Scene } from './event-outcome.js';
import { MarkSent } from './mark-sent.js';
import { settleThread } from './settle-thread.js';

/**
 * Our own mark says which reply an echo is, wherever that stands: a private exchange that the reply opens has another
 * address than the one we knew when it was written, and the echo may tell it before the network's answer does.
 */
@Injectable()
export class KnowOwnEcho {
  constructor(
    private readonly sent: MarkSent,
    private readonly networks: Networks,
  ) {}

  /** False when there is no such mark, or nothing of ours waits for it. */
  async inside(tx: Work, scene: Scene, event: MessageArrived): Promise<boolean> {
    const message = event.marker === undefined ? null : await waiting(tx, scene, event.marker);
    if (!message) return false;
    const settled = await this.moved(tx, scene, { event, message });
    const accepted = {
      accountId: scene.account.id,
      externalId: event.id,
      at: timeOf(event, scene.now),
      now: scene.now,
    };
    await this.sent.inside(tx, settled, accepted);
    return true;
  }

  private async moved(tx: Work, scene: Scene, by: { event: MessageArrived; message: Message }): Promise<Message> {
    const { event, message } = by;
    if (!event.with) return message;
    const told = { key: event.thread.key, personId: event.with.id };
    return settleThread(tx, { message, account: scene.account }, { told, networks: this.networks });
  }
}

/** The reply of this mark, held with its thread, when it is this account's and on its way. */
async function waiting(tx: Work, { account }: Scene, marker: string): Promise<Message | null> {
  const found = await tx.messages.find(marker);
  if (found?.direction !== 'out') return null;
  const thread = await tx.threads.lock(found.threadId);
  const message = await tx.messages.lock(found.id);
  const isOurs = thread?.accountId === account.id && message?.externalId === null;
  return isOurs && ['sending', 'unknown', 'failed'].includes(message.state) ? message : null;
}
