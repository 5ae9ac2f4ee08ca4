import { Injectable } from '@nestjs/common';
import type { MessageArrived } from '../../domain/message/inbound-event.js';
import { nothingUnderstood } from '../../domain/understanding/understand.js';
import { newId } from '../../platform/ids.js';
import type { Message } from '../../store/message/message.store.js';
import type { Identity } from '../../store/person/person.store.js';
import type { Thread } from '../../store/thread/thread.store.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellThread, tellTicket } from '../ticket/tell.js';
import { EditMessage } from './edit-message.js';
import { done, placeOf, timeOf, type EventOutcome, type Scene } from './event-outcome.js';
import { FindTicket } from './find-ticket.js';
import { KnowOwnEcho } from './know-own-echo.js';
import { MarkSent } from './mark-sent.js';
import { storeArrived } from './store-arrived.js';

/** The network tells us what we said: a reply of ours that it accepted, or one written outside Relais. */
@Injectable()
export class ReceiveEcho {
  constructor(
    private readonly edit: EditMessage,
    private readonly sent: MarkSent,
    private readonly tickets: FindTicket,
    private readonly own: KnowOwnEcho,
  ) {}

  async inside(tx: Work, scene: Scene, event: MessageArrived): Promise<EventOutcome> {
    if (await this.isKnown(tx, scene, event)) return done;
    const found = await threadOf(tx, scene, event);
    // What it answers may be on its way to us still.
    if (!found) return { is: 'later', what: 'an echo in a thread that is not known' };
    const { thread, identity } = found;
    const key = await tx.messageKeys.lock(scene.account.id, event.id);
    if (key.messageId !== null) return this.edit.inside(tx, scene, { messageId: key.messageId, event });

    const ours = await ourReply(tx, thread, event);
    if (ours) {
      const at = timeOf(event, scene.now);
      const { permalink } = event;
      const accepted = { accountId: scene.account.id, externalId: event.id, at, now: scene.now };
      await this.sent.inside(tx, ours, permalink === undefined ? accepted : { ...accepted, permalink });
      return done;
    }
    await this.storeOutside(tx, scene, { event, thread, identity, deletedAt: key.deletedAt });
    return done;
  }

  private async isKnown(tx: Work, scene: Scene, event: MessageArrived): Promise<boolean> {
    return (await this.own.inside(tx, scene, event)) || isMarkOnly(event);
  }

  /** Written in the network's own app. It answers the customer like any other reply. */
  private async storeOutside(
    tx: Work,
    scene: Scene,
    by: { event: MessageArrived; thread: Thread; identity: Identity; deletedAt: Date | null },
  ): Promise<void> {
    const { event, thread, identity, deletedAt } = by;
    const understood = { ...nothingUnderstood, thanks: true };
    const { ticket, change, was } = await this.tickets.inside(tx, scene, { event, identity, thread, understood });
    const place = { threadId: thread.id, ticketId: ticket.id, identityId: null };
    await storeArrived(tx, scene, { event, ...place, asks: false, deletedAt });
    const rules = { rulesOf: this.tickets.rulesOf, now: scene.now };
    await settleTicket(tx, ticket, { cause: 'answered', change, ...rules });
    await tellThread(tx, { id: thread.id, ticketId: ticket.id }, rules);
    await tellTicket(tx, ticket.id, { was, cause: 'answered-outside', actorId: null });
  }
}

/** Some networks give back no words: it settles a reply in doubt, and says nothing of any other. */
function isMarkOnly({ marker, text, attachments }: MessageArrived): boolean {
  return marker !== undefined && text === '' && attachments.length === 0;
}

/** The thread that an echo belongs to, held. A private exchange that we opened elsewhere is new to us. */
async function threadOf(
  tx: Work,
  scene: Scene,
  event: MessageArrived,
): Promise<{ thread: Thread; identity: Identity } | null> {
  const { account } = scene;
  const { answers = [], key, space } = event.thread;
  const known = answers.length === 0 ? null : await tx.messageKeys.threadOf(account.id, answers);
  const thread = known ? await tx.threads.lock(known.threadId) : await tx.threads.byKey(account.id, key);
  if (thread) {
    const personId = await tx.persons.personOf(thread.identityId);
    return personId === null ? null : { thread, identity: { id: thread.identityId, personId } };
  }
  if (!event.with) return null;
  const ids = { identityId: newId(), personId: newId(), seenAt: timeOf(event, scene.now) };
  const identity = await tx.persons.identify(placeOf(scene), event.with, ids);
  const opened = { id: newId(), accountId: account.id, key, space, identityId: identity.id, postId: null };
  return { thread: await tx.threads.open(opened), identity };
}

/** By the marker that we sent along; where the network gives none back, by what it says. */
async function ourReply(tx: Work, thread: Thread, event: MessageArrived): Promise<Message | undefined> {
  const waiting = await tx.messages.onTheWay(thread.id);
  const marked = waiting.find(({ id }) => id === event.marker);
  return marked ?? waiting.find(({ state, text }) => state !== 'queued' && sameText(text, event.text));
}

/** Networks put mentions before a reply, change spaces, and unify what can be written in two ways. */
function sameText(ours: string, theirs: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [left, right] = [plain(ours), plain(theirs)];
  return left !== '' && (left === right || (right.endsWith(left) && /^(@\S+ )+$/u.test(right.slice(0, -left.length))));
}
