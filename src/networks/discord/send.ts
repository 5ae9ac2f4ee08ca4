import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { isSuccess, publishing, refusal } from '../kit/calling.js';
import { UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { budgetOf } from '../kit/pace.js';
import { present } from '../kit/present.js';
import { fields, id, instant, type Fields } from '../kit/read.js';
import { channelOf, messageKey, nonceOf, readMessageKey } from './address.js';
import { ask, call, rateHeaders } from './call.js';
import { outcomeOf } from './failures.js';

const publishTimeoutMs = 30_000;

/** The nonce makes Discord answer the message that an earlier try has made, for some minutes. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const channel = await channelFor(message, account, http);
  const path = `/channels/${encodeURIComponent(channel)}/messages`;
  const what = { method: 'POST', path, body: bodyOf(message, channel), timeoutMs: publishTimeoutMs } as const;
  const answer = await publishing(call(account, http, what));
  if (!isSuccess(answer)) throw outcomeOf(answer);
  return sentOf(answer, channel, message);
}

/** From public words a private channel is opened; it is the same one each time. */
export async function channelFor(message: OutboundMessage, account: AccountAccess, http: Http): Promise<string> {
  if (message.space === 'public' || message.fromPublic === undefined) return channelOf(message.thread);
  const json = { recipient_id: message.to.id };
  const opened = await ask(account, http, { method: 'POST', path: '/users/@me/channels', body: { json } });
  const channel = id(fields(opened)['id']);
  if (channel === undefined) throw refusal('no-channel', 'the server answered without a channel');
  return channel;
}

function bodyOf(message: OutboundMessage, channel: string): FormData | { readonly json: unknown } {
  const answered = readMessageKey(message.answers ?? '');
  const payload = {
    content: message.text,
    nonce: nonceOf(message.id),
    enforce_nonce: true,
    // Nobody whom the text happens to name is called by it.
    allowed_mentions: { parse: [], replied_user: true },
    ...(answered?.channel === channel
      ? { message_reference: { message_id: answered.message, fail_if_not_exists: false } }
      : {}),
  };
  if (message.files.length === 0) return { json: payload };
  const form = new FormData();
  const attachments = message.files.map(({ name }, index) => ({ id: index, filename: name }));
  form.append('payload_json', JSON.stringify({ ...payload, attachments }));
  message.files.forEach(({ bytes, mime, name }, index) => {
    form.append(`files[${index}]`, new Blob([new Uint8Array(bytes)], { type: mime }), name);
  });
  return form;
}

function sentOf(answer: HttpAnswer, channel: string, message: OutboundMessage): Sent {
  const sent = sentMessage(fields(answer.json()), channel, message);
  if (sent === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { ...sent, ...present({ budget: budgetOf(answer, rateHeaders) }) };
}

export function sentMessage(told: Fields, channel: string, message: OutboundMessage): Sent | undefined {
  const messageId = id(told['id']);
  if (messageId === undefined) return undefined;
  const opens = message.space === 'private' && message.fromPublic !== undefined;
  const thread = opens ? { key: channel, personId: message.to.id } : undefined;
  return { id: messageKey(channel, messageId), ...present({ at: instant(told['timestamp']), thread }) };
}
