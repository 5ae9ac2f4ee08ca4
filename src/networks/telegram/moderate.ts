import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { ModerationAct } from '../kit/capabilities.js';
import type { Moderation } from '../kit/network.js';
import { readMessageKey, type Place } from './address.js';
import { publish, type Call } from './call.js';
import { failureOf, refusal, says, type Envelope } from './failures.js';

interface Subject {
  readonly place: Place;
  readonly messageId: number;
  readonly text: string;
}

type Way = (subject: Subject) => Call;

const ways: Readonly<Partial<Record<ModerationAct, Way>>> = {
  delete: deletion,
  like: (subject) => reaction(subject, [{ type: 'emoji', emoji: '👍' }]),
  unlike: (subject) => reaction(subject, []),
  'edit-own': (subject) => edit(subject, 'editMessageText', 'text'),
};

/** What was so already is as good: a message that is gone, an edit that changes nothing. */
const asGood = ['message is not modified', 'message to delete not found'];

/** Throws `SendFailure`, or `UnknownOutcome` without an answer; doing it again does no harm. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const way = ways[act.act];
  const found = readMessageKey(act.messageId);
  if (way === undefined || found === undefined) throw refusal('not-possible', `this network cannot ${act.act} that`);
  const subject = { place: found.place, messageId: Number(found.messageId), text: act.text ?? '' };
  const answer = await publish(account, http, way(subject));
  if (!isCaption(act.act, answer)) return done(answer);
  done(await publish(account, http, edit(subject, 'editMessageCaption', 'caption')));
}

/** The words of a message with a file are its caption, which another method changes. */
function isCaption(act: ModerationAct, answer: Envelope): boolean {
  return act === 'edit-own' && !answer.isOk && says(answer, 'there is no text in the message');
}

function done(answer: Envelope): void {
  if (answer.isOk || asGood.some((words) => says(answer, words))) return;
  throw failureOf(answer);
}

function deletion({ place, messageId }: Subject): Call {
  if (place.business === undefined) return { method: 'deleteMessage', params: whose(place, messageId) };
  const params = { business_connection_id: place.business, message_ids: [messageId] };
  return { method: 'deleteBusinessMessages', params };
}

function reaction({ place, messageId }: Subject, list: readonly unknown[]): Call {
  if (place.business !== undefined) throw refusal('not-possible', 'bots cannot react in business chats');
  return { method: 'setMessageReaction', params: { ...whose(place, messageId), reaction: list } };
}

function edit({ place, messageId, text }: Subject, method: string, field: string): Call {
  return { method, params: { ...whose(place, messageId), [field]: text } };
}

function whose({ chat, business }: Place, messageId: number): Readonly<Record<string, unknown>> {
  return {
    chat_id: Number(chat),
    message_id: messageId,
    ...(business === undefined ? {} : { business_connection_id: business }),
  };
}
