import { Injectable } from '@nestjs/common';
import type { Author, MessageArrived } from '../../domain/message/inbound-event.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { understand } from '../../domain/understanding/understand.js';
import { newId } from '../../platform/ids.js';
import type { Identity } from '../../store/person/person.store.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellThread, tellTicket } from '../ticket/tell.js';
import { EditMessage } from './edit-message.js';
import { done, placeOf, timeOf, type EventOutcome, type Scene } from './event-outcome.js';
import { FindTicket } from './find-ticket.js';
import { holdReplies } from './hold-replies.js';
import { seePost } from './see-post.js';
import { storeArrived } from './store-arrived.js';

export type FromCustomer = MessageArrived & { readonly from: Author };

/** A customer wrote: the message is stored once, in its thread, and its ticket is opened, joined or reopened. */
@Injectable()
export class ReceiveMessage {
  constructor(
    private readonly edit: EditMessage,
    private readonly tickets: FindTicket,
  ) {}

  /** Locks in one order, everywhere: the thread, then the message's key, then the ticket. */
  async inside(tx: Work, scene: Scene, event: FromCustomer): Promise<EventOutcome> {
    const { rulesOf } = this.tickets;
    const seenAt = timeOf(event, scene.now);
    const ids = { identityId: newId(), personId: newId(), seenAt };
    const identity = await tx.persons.identify(placeOf(scene), event.from, ids);
    const thread = await openThread(tx, scene, { event, identity, rulesOf });
    const key = await tx.messageKeys.lock(scene.account.id, event.id);
    if (key.messageId !== null) return this.edit.inside(tx, scene, { messageId: key.messageId, event });

    const { topics } = await tx.routing.ready();
    const understood = understand(event.text, { model: await tx.models.ready(), topics });
    const found = await this.tickets.inside(tx, scene, { event, identity, thread, understood });
    const { ticket, change } = found;
    await storeArrived(tx, scene, {
      event,
      threadId: thread.id,
      ticketId: ticket.id,
      identityId: identity.id,
      asks: !understood.thanks,
      deletedAt: key.deletedAt,
    });
    await holdReplies(tx, ticket.id, scene.now);
    await tx.threads.heard(thread.id, event.id, seenAt);
    await tx.accounts.heard(scene.account.id, scene.now.getTime() - event.sentAt.getTime());

    await askTheRest(tx, scene, { event, identity });

    const by = { rulesOf, now: scene.now };
    await settleTicket(tx, ticket, { cause: 'customer-wrote', change, ...by });
    await tellThread(tx, { id: thread.id, ticketId: ticket.id }, by);
    await tellTicket(tx, ticket.id, { was: found.was, cause: 'customer-wrote', actorId: null });
    return done;
  }
}

/** What the network did not tell of itself: who it was, or what. */
async function askTheRest(
  tx: Work,
  { account, network }: Scene,
  { event, identity }: { event: FromCustomer; identity: Identity },
): Promise<void> {
  const of = { workspaceId: tx.workspaceId, accountId: account.id };
  if (event.thin !== undefined && network.read) await tx.enqueue('read-thin', { ...of, thin: event.thin });
  else if (event.from.name === '' && network.profile) {
    await tx.enqueue('meet-person', { ...of, identityId: identity.id });
  }
}

/** The thread goes on that the message answers, when it is this person's; else the one of the key. */
async function openThread(
  tx: Work,
  scene: Scene,
  { event, identity, rulesOf }: { event: MessageArrived; identity: Identity; rulesOf: RulesOf },
): Promise<Thread> {
  const { account } = scene;
  const { answers = [], post, key, space } = event.thread;
  const known = answers.length === 0 ? null : await tx.messageKeys.threadOf(account.id, answers);
  if (known?.identityId === identity.id) {
    const thread = await tx.threads.lock(known.threadId);
    if (thread) return thread;
  }
  const postId = post ? await seePost(tx, scene, { post, rulesOf }) : null;
  return tx.threads.open({ id: newId(), accountId: account.id, key, space, identityId: identity.id, postId });
}
