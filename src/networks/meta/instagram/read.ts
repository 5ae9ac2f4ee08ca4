import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { fields, record, type Fields } from '../../kit/read.js';
import type { Fetched } from '../../kit/source.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { changeBody, fingerprint } from '../graph/poll-body.js';
import { atGraph } from './login.js';
import { readMark } from './parse-change.js';

const media = 'media{id,permalink,caption,media_type,media_url,thumbnail_url,timestamp}';
const comment = `id,text,timestamp,username,from,parent_id,${media}`;

/** What a webhook named without its words: a mention, or a comment without its author. */
export async function read(thin: string, account: AccountAccess, http: Http): Promise<readonly Fetched[]> {
  const [kind = '', first = '', second = ''] = thin.split(':');
  const told = await ask(atGraph(account), http, callFor(account, { kind, first, second }));
  const value = kind === 'mention' ? mentioned(told, first, second) : told;
  if (value === undefined) return [];
  const mark = kind === 'words' ? 'words' : 'stranger';
  const field = kind === 'mention' ? 'mentions' : 'comments';
  const change = { object: 'instagram', field, value: { ...value, [readMark]: mark } };
  const key = `read:${thin}:${fingerprint(value['text'], value['caption'])}`;
  return [{ key, body: changeBody(account.externalId, undefined, change) }];
}

function callFor(
  account: AccountAccess,
  { kind, first, second }: { readonly kind: string; readonly first: string; readonly second: string },
): Call {
  if (kind !== 'mention') return { method: 'GET', path: pathOf(first), query: { fields: comment } };
  const wanted =
    second === ''
      ? `mentioned_media.media_id(${first}){id,caption,media_type,media_url,timestamp,username,permalink}`
      : `mentioned_comment.comment_id(${second}){id,text,timestamp,username,${media}}`;
  return { method: 'GET', path: pathOf(account.externalId), query: { fields: wanted } };
}

/** In the shape of the webhook, the rest put in. */
function mentioned(told: Fields, mediaId: string, commentId: string): Fields | undefined {
  const found = record(told['mentioned_comment']) ?? record(told['mentioned_media']);
  if (found === undefined) return undefined;
  if (commentId === '') return { ...found, media: found, media_id: mediaId };
  return { ...found, media_id: mediaId, comment_id: commentId, media: { id: mediaId, ...fields(found['media']) } };
}
