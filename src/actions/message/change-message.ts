import { Injectable } from '@nestjs/common';
import type {
  Author,
  MessageDeleted,
  MessageFailed,
  MessageHidden,
  ReactionChanged,
} from '../../domain/message/inbound-event.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Message, MessageChange } from '../../store/message/message.store.js';
import { ourReaction } from '../../store/message/message.view.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';
import { done, type EventOutcome, type Scene } from './event-outcome.js';
import { FailLater } from './fail-later.js';

/** What happens to a message after it was written: taken back, hidden, reacted to. The later instant wins. */
@Injectable()
export class ChangeMessage {
  constructor(
    private readonly networks: Networks,
    private readonly later: FailLater,
  ) {}

  fail(tx: Work, scene: Scene, event: MessageFailed): Promise<EventOutcome> {
    return this.later.inside(tx, scene, event);
  }

  /** A deletion may come before its message: it is then noted with the key, and what arrives later is not shown. */
  async delete(tx: Work, scene: Scene, event: MessageDeleted): Promise<EventOutcome> {
    const known = await lockMessage(tx, scene.account.id, event.id);
    const key = await tx.messageKeys.lock(scene.account.id, event.id);
    await tx.messageKeys.bury(scene.account.id, event.id, event.at);
    // It arrived between the two looks, and its own transaction did not see this one.
    if (!known && key.messageId !== null) return { is: 'later', what: 'a deletion beside its message' };
    if (!known || known.deletedAt) return done;
    await this.apply(tx, scene, { message: known, change: { deletedAt: event.at }, cause: 'customer-deleted' });
    return done;
  }

  async hide(tx: Work, scene: Scene, event: MessageHidden): Promise<EventOutcome> {
    const known = await lockMessage(tx, scene.account.id, event.id);
    if (!known) return { is: 'later', what: 'the hiding of a message that is not known' };
    if (known.hiddenAt && known.hiddenAt >= event.at) return done;
    await tx.messages.change(known.id, { hidden: event.hidden, hiddenAt: event.at });
    await tellMessage(tx, known.id);
    return done;
  }

  async react(tx: Work, scene: Scene, event: ReactionChanged): Promise<EventOutcome> {
    if (!('message' in event.on)) return { is: 'ignored', what: 'a reaction to a post' };
    const known = await lockMessage(tx, scene.account.id, event.on.message);
    if (!known) return { is: 'later', what: 'a reaction to a message that is not known' };
    const by = keyOf(event.by);
    const last = known.reactions[by];
    if (last && Date.parse(last.at) >= event.at.getTime()) return done;
    const reactions = { ...known.reactions, [by]: { emoji: event.emoji, at: event.at.toISOString() } };
    await tx.messages.change(known.id, { reactions });
    await tellMessage(tx, known.id);
    return done;
  }

  private async apply(
    tx: Work,
    scene: Scene,
    by: { readonly message: Message; readonly change: MessageChange; readonly cause: string },
  ): Promise<void> {
    const ticket = await tx.tickets.lock(by.message.ticketId);
    if (!ticket) return;
    await tx.messages.change(by.message.id, by.change);
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await settleTicket(tx, ticket, { cause: 'other', rulesOf: this.networks.rulesOf, now: scene.now });
    await tellMessage(tx, by.message.id);
    await tellTicket(tx, ticket.id, { was, cause: by.cause, actorId: null });
  }
}

/** A person's id cannot be taken for our own mark. */
function keyOf(by: 'us' | Author): string {
  return by === 'us' ? ourReaction : `person:${by.id}`;
}

/** The message behind a network's id, with its thread held first, as everywhere. */
async function lockMessage(tx: Work, accountId: string, externalId: string): Promise<Message | null> {
  const id = await tx.messageKeys.messageOf(accountId, externalId);
  const found = id === null ? null : await tx.messages.find(id);
  if (!found) return null;
  await tx.threads.lock(found.threadId);
  return tx.messages.lock(found.id);
}
