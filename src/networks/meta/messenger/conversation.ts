import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, id, link, list, text, type Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { pageOf, type GraphPage } from '../graph/lists.js';
import { moment } from '../graph/moment.js';

const perPage = 50;
const messageFields = 'id,created_time,from,to,message,attachments,sticker,shares';

/** Messages of a conversation, the newest first. */
export async function readMessages(
  conversation: string,
  after: string | undefined,
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<GraphPage> {
  const from = after === undefined ? '' : `.after(${after})`;
  const query = { fields: `messages.limit(${perPage})${from}{${messageFields}}` };
  const answer = await ask(account, http, { method: 'GET', path: pathOf(conversation), query });
  return pageOf(fields(answer['messages']));
}

export function writtenAt(message: Fields): number | undefined {
  return moment(message['created_time'])?.getTime();
}

export function isFromPage(message: Fields, account: AccountAccess): boolean {
  return id(fields(message['from'])['id']) === account.externalId;
}

/** A message as the Graph API lists it, in the shape of a webhook's event. */
export function eventOf(message: Fields, account: AccountAccess): Fields {
  const isOurs = isFromPage(message, account);
  const to = list(fields(message['to'])['data']).map(fields)[0];
  return {
    sender: message['from'],
    recipient: to,
    timestamp: message['created_time'],
    message: {
      mid: id(message['id']),
      text: text(message['message']),
      attachments: [...attachmentsOf(message), ...sharesOf(message), ...stickerOf(message)],
      ...(isOurs ? { is_echo: true } : {}),
    },
  };
}

function attachmentsOf(message: Fields): Fields[] {
  return list(fields(message['attachments'])['data'])
    .map(fields)
    .map((file) => {
      const image = link(fields(file['image_data'])['url']);
      const video = link(fields(file['video_data'])['url']);
      const mime = text(file['mime_type']) ?? '';
      const type = image ? 'image' : video ? 'video' : mime.startsWith('audio/') ? 'audio' : 'file';
      const { name, size } = file;
      return { type, name, size, mime_type: mime, payload: { url: image ?? video ?? file['file_url'] } };
    });
}

function sharesOf(message: Fields): Fields[] {
  return list(fields(message['shares'])['data'])
    .map(fields)
    .map((share) => ({ type: 'fallback', title: text(share['name']), payload: { url: share['link'] } }));
}

function stickerOf(message: Fields): Fields[] {
  const url = link(message['sticker']);
  return url === undefined ? [] : [{ type: 'sticker', payload: { url } }];
}
