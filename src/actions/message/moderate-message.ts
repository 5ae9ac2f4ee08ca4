import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import {
  actNeeded,
  moderationRefusal,
  needsSecondPerson,
  type ModerationAsk,
} from '../../domain/message/moderation.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { messageView, ourReaction } from '../../store/message/message.view.js';
import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockTicket } from '../ticket/lock-ticket.js';
import { tellMessage } from '../ticket/tell.js';

interface Asked extends ModerationAsk {
  readonly messageId: string;
}

/** Hides, likes, deletes or corrects what stands on a network. The network is asked by a job; what came of it is told live. */
@Injectable()
export class ModerateMessage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  run(caller: Caller, ask: Asked): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const message = await lockForModeration(tx, caller, ask);
      await this.check(tx, message, ask);
      const id = newId();
      const { act, reason, text } = ask;
      const waits = needsSecondPerson(act, await tx.moderations.fourEyes());
      const state = waits ? 'requested' : 'pending';
      const at = this.clock.now();
      await tx.moderations.add({ id, messageId: message.id, act, reason, text, state, agentId: caller.id, at });
      if (!waits) await tx.enqueue('moderate', { workspaceId: tx.workspaceId, moderationId: id });
      await tx.messages.change(message.id, {});
      await tellMessage(tx, message.id);
      return messageView(tx.sql, tx.workspaceId, message.id);
    });
  }

  private async check(tx: Work, message: Message, ask: Asked): Promise<void> {
    const thread = await tx.threads.find(message.threadId);
    const account = thread ? await tx.accounts.find(thread.accountId) : null;
    if (!thread || !account) throw new Refusal('not-found', { what: 'message' });
    const known = {
      direction: message.direction,
      space: thread.space,
      sent: message.externalId !== null,
      hidden: message.hidden,
      deleted: message.deletedAt !== null,
      liked: (message.reactions[ourReaction]?.emoji ?? null) !== null,
      text: message.text,
    };
    const offered = this.networks.need(account.network).capabilities.moderation;
    const because =
      moderationRefusal(known, ask, offered) ?? ((await tx.moderations.isOpen(message.id)) ? 'open' : null);
    if (because !== null) throw new Refusal('moderation.refused', { because });
  }
}

/** The message, its thread and its ticket, held, for somebody who may do this to it. */
async function lockForModeration(tx: Work, caller: Caller, ask: Asked): Promise<Message> {
  const found = await tx.messages.find(ask.messageId);
  if (!found) throw new Refusal('not-found', { what: 'message' });
  await tx.threads.lock(found.threadId);
  await lockTicket(tx, caller, { ticketId: found.ticketId, act: actNeeded(ask.act, found.agentId === caller.id) });
  const message = await tx.messages.lock(found.id);
  if (!message) throw new Refusal('not-found', { what: 'message' });
  return message;
}
