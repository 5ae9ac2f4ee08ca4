import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, flag, id, link, list, record, text, type Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { pageOf, type GraphPage } from '../graph/lists.js';
import { moment } from '../graph/moment.js';
import { atGraph, isOurs } from './login.js';

const perPage = 20;
const messageFields = 'id,created_time,from,to,message,attachments,reactions,is_unsupported,reply_to,story';

export interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

/** Messages of a conversation, the newest first. */
export async function readMessages(
  conversation: string,
  after: string | undefined,
  { account, http }: Ways,
): Promise<GraphPage> {
  const from = after === undefined ? '' : `.after(${after})`;
  const query = { fields: `messages.limit(${perPage})${from}{${messageFields}}` };
  const call = { method: 'GET', path: pathOf(conversation), query } as const;
  return pageOf(fields((await ask(atGraph(account), http, call))['messages']));
}

/** A list may tell ids and times only: then each message is asked for. Undefined for what is gone meanwhile. */
export async function whole(message: Fields, { account, http }: Ways): Promise<Fields | undefined> {
  const messageId = id(message['id']);
  if (messageId === undefined || record(message['from']) !== undefined) return message;
  try {
    const call = { method: 'GET', path: pathOf(messageId), query: { fields: messageFields } } as const;
    return { ...message, ...(await ask(atGraph(account), http, call)) };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

export function writtenAt(message: Fields): number | undefined {
  return moment(message['created_time'])?.getTime();
}

export function isFromUs(message: Fields, account: AccountAccess): boolean {
  const from = fields(message['from']);
  return isOurs({ id: id(from['id']), username: text(from['username']) }, account);
}

/** A message as the Graph API lists it, in the shape of a webhook's event. */
export function eventOf(message: Fields, account: AccountAccess): Fields {
  const ours = isFromUs(message, account);
  const to = list(fields(message['to'])['data']).map(fields)[0] ?? message['to'];
  const us = { id: account.externalId };
  return {
    sender: ours ? us : message['from'],
    recipient: ours ? to : us,
    timestamp: message['created_time'],
    message: {
      mid: id(message['id']),
      text: text(message['message']),
      attachments: attachmentsOf(message),
      ...(ours ? { is_echo: true } : {}),
      ...(flag(message['is_unsupported']) === true ? { is_unsupported: true } : {}),
      ...answered(message),
    },
  };
}

function answered(message: Fields): Fields {
  const story = record(fields(message['story'])['reply_to']);
  if (story !== undefined) return { reply_to: { story: { id: story['id'], url: story['link'] } } };
  const mid = id(fields(message['reply_to'])['mid']) ?? id(fields(message['reply_to'])['id']);
  return mid === undefined ? {} : { reply_to: { mid } };
}

function attachmentsOf(message: Fields): Fields[] {
  const mention = link(fields(fields(message['story'])['mention'])['link']);
  const files = list(fields(message['attachments'])['data']).map(fields);
  return [
    ...(mention === undefined ? [] : [{ type: 'story_mention', payload: { url: mention } }]),
    ...files.map((file) => {
      const image = link(fields(file['image_data'])['url']);
      const video = link(fields(file['video_data'])['url']);
      const mime = text(file['mime_type']) ?? '';
      const type = image ? 'image' : video ? 'video' : mime.startsWith('audio/') ? 'audio' : 'file';
      return { type, name: file['name'], payload: { url: image ?? video ?? file['file_url'] ?? file['url'] } };
    }),
  ];
}
