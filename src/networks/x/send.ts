import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { isSuccess, publishing, refusal } from '../kit/calling.js';
import { UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { budgetOf } from '../kit/pace.js';
import { present } from '../kit/present.js';
import { fields, id, list } from '../kit/read.js';
import { call, pathOf, rateHeaders } from './call.js';
import { outcomeOf } from './failures.js';
import { uploadAll } from './media.js';

const publishTimeoutMs = 30_000;

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const mediaIds = await uploadAll(message.files, { account, http, space: message.space });
  const what = message.space === 'private' ? directOf(message, mediaIds) : replyOf(message, mediaIds);
  const answer = await publishing(call(account, http, { method: 'POST', ...what, timeoutMs: publishTimeoutMs }));
  if (!isSuccess(answer)) throw outcomeOf(answer);
  return sentOf(answer, message);
}

function replyOf(message: OutboundMessage, mediaIds: readonly string[]) {
  const parent = message.answers ?? message.post;
  if (parent === undefined) throw refusal('no-target', 'a public reply answers a post');
  const json = {
    text: message.text,
    reply: { in_reply_to_tweet_id: parent },
    ...(mediaIds.length === 0 ? {} : { media: { media_ids: mediaIds } }),
  };
  return { path: '/2/tweets', body: { json } };
}

function directOf(message: OutboundMessage, mediaIds: readonly string[]) {
  const json = {
    ...(message.text === '' ? {} : { text: message.text }),
    ...(mediaIds.length === 0 ? {} : { attachments: mediaIds.map((mediaId) => ({ media_id: mediaId })) }),
  };
  return { path: pathOf('dm_conversations', 'with', message.to.id, 'messages'), body: { json } };
}

/** Success may come with errors beside it; only an id says that it is there. */
function sentOf(answer: HttpAnswer, message: OutboundMessage): Sent {
  const data = fields(fields(answer.json())['data']);
  const history = list(data['edit_history_tweet_ids']);
  const messageId = message.space === 'private' ? id(data['dm_event_id']) : (id(history[0]) ?? id(data['id']));
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { id: messageId, ...placeOf(messageId, message), ...present({ budget: budgetOf(answer, rateHeaders) }) };
}

export function placeOf(messageId: string, { space, fromPublic, to }: OutboundMessage) {
  if (space === 'public') return { permalink: `https://x.com/i/status/${messageId}` };
  return fromPublic === undefined ? {} : { thread: { key: to.id, personId: to.id } };
}
