import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { isSuccess, publishing, refusal } from '../kit/calling.js';
import { UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { budgetOf } from '../kit/pace.js';
import { present } from '../kit/present.js';
import { fields, flag, id, list, text } from '../kit/read.js';
import { call, rateHeaders } from './call.js';
import { dropped, outcomeOf, whisperOutcome } from './failures.js';
import { channelOf } from './subscribe.js';

const publishTimeoutMs = 30_000;

export function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  if (message.files.length > 0) throw refusal('no-files', 'Twitch carries no files');
  return message.space === 'private' ? whisper(message, account, http) : say(message, account, http);
}

async function say(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const json = {
    broadcaster_id: message.thread.split(':')[0] ?? channelOf(account),
    sender_id: account.externalId,
    message: message.text,
    ...(message.answers === undefined ? {} : { reply_parent_message_id: message.answers }),
  };
  const what = { method: 'POST', path: '/chat/messages', body: { json }, timeoutMs: publishTimeoutMs } as const;
  const answer = await publishing(call(account, http, what));
  if (!isSuccess(answer)) throw outcomeOf(answer);
  return sentOf(answer);
}

/** A success may say that nothing was published. */
function sentOf(answer: HttpAnswer): Sent {
  const told = fields(list(fields(answer.json())['data'])[0]);
  const reason = fields(told['drop_reason']);
  if (flag(told['is_sent']) === false) throw dropped(text(reason['code']) ?? 'dropped', text(reason['message']));
  const messageId = id(told['message_id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { id: messageId, ...present({ budget: budgetOf(answer, rateHeaders) }) };
}

/** Answered 204 also when it was dropped in silence, and never with an id: ours has to do. */
async function whisper(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const query = { from_user_id: account.externalId, to_user_id: message.to.id };
  const body = { json: { message: message.text } };
  const what = { method: 'POST', path: '/whispers', query, body, timeoutMs: publishTimeoutMs } as const;
  const answer = await publishing(call(account, http, what));
  if (!isSuccess(answer)) throw whisperOutcome(answer);
  const thread = message.fromPublic === undefined ? undefined : { key: message.to.id, personId: message.to.id };
  return { id: `whisper:${message.id}`, ...present({ thread, budget: budgetOf(answer, rateHeaders) }) };
}
