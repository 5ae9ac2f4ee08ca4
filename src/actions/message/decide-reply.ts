import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import type { MessageState } from '../../domain/message/message-state.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Message, MessageChange } from '../../store/message/message.store.js';
import { messageView } from '../../store/message/message.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockTicket } from '../ticket/lock-ticket.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';
import { endWaiting } from './end-waiting.js';
import { MarkSent } from './mark-sent.js';

/** What a human decides of a reply that did not go by itself: a part of the three acts beside this file. */
@Injectable()
export class DecideReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly sent: MarkSent,
  ) {}

  /** Refuses in any state but those of `from`: somebody, or the network, was faster. */
  run(
    caller: Caller,
    ask: { readonly messageId: string; readonly from: readonly MessageState[] },
    decide: (tx: Work, message: Message) => Promise<void>,
  ): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const found = await tx.messages.find(ask.messageId);
      if (!found) throw new Refusal('not-found', { what: 'message' });
      await tx.threads.lock(found.threadId);
      await lockTicket(tx, caller, { ticketId: found.ticketId, act: 'ticket.reply' });
      const message = await tx.messages.lock(found.id);
      if (!message || !ask.from.includes(message.state)) {
        throw new Refusal('message.state', { state: message?.state ?? 'gone' });
      }
      await decide(tx, message);
      return messageView(tx.sql, tx.workspaceId, message.id);
    });
  }

  async change(tx: Work, message: Message, change: MessageChange): Promise<void> {
    const ticket = await tx.tickets.lock(message.ticketId);
    if (!ticket) return;
    await tx.messages.change(message.id, change);
    if (change.state === 'discarded' || change.state === 'failed') await endWaiting(tx, message, change.state);
    await settleTicket(tx, ticket, { cause: 'other', rulesOf: this.networks.rulesOf, now: this.clock.now() });
    if (change.state === 'discarded') {
      await tx.tell({ type: 'message.gone', ticketId: ticket.id, messageId: message.id });
    } else await tellMessage(tx, message.id);
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await tellTicket(tx, ticket.id, { was, cause: 'reply-decided', actorId: null });
    await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId });
  }

  /** A human has seen it at the network. */
  async wasSent(tx: Work, message: Message): Promise<void> {
    const now = this.clock.now();
    await this.sent.inside(tx, message, { accountId: '', externalId: null, at: message.at, now });
  }
}
