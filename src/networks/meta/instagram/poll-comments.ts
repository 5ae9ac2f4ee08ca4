import type { AccountAccess } from '../../kit/account.js';
import { fields, flag, id, list, number, text, type Fields } from '../../kit/read.js';
import type { Fetched } from '../../kit/source.js';
import { pathOf } from '../graph/call.js';
import { readEdge } from '../graph/lists.js';
import { moment } from '../graph/moment.js';
import { changeBody, fingerprint } from '../graph/poll-body.js';
import type { Part } from '../graph/walk.js';
import type { Ways } from './conversation.js';
import { atGraph, isOurs } from './login.js';
import { readMark } from './parse-change.js';

/** The newest of these are looked at whatever their count says: one comment more and one less is the same count. */
const alwaysRead = 3;
/** Nobody answers comments that are older than this. */
const talkMs = 14 * 24 * 3_600_000;
const mediaFields = 'id,timestamp,comments_count,permalink,caption,media_type';
const commentFields = 'id,text,timestamp,username,from,parent_id,hidden';

/** Instagram cannot be asked what is new: the counts of the newest fifty posts, kept from poll to poll, tell where. */
export async function touchedMedia(
  memory: Fields | undefined,
  { account, http }: Ways,
): Promise<{ readonly places: readonly string[]; readonly memory: Fields }> {
  const path = pathOf(account.externalId, 'media');
  const query = { fields: mediaFields, limit: '50' };
  const { entries } = await readEdge(atGraph(account), http, { path, query });
  const known = fields(memory?.['counts']);
  const counts: Record<string, number> = {};
  const places = entries.flatMap((media, index) => {
    const mediaId = id(media['id']);
    if (mediaId === undefined) return [];
    const count = number(media['comments_count']);
    if (count !== undefined) counts[mediaId] = count;
    const isSame = count !== undefined && number(known[mediaId]) === count;
    const isEmpty = count === 0 && known[mediaId] === undefined;
    return isEmpty || (isSame && index >= alwaysRead) ? [] : [mediaId];
  });
  return { places, memory: { counts } };
}

/** The first comments of a post, the newest first, with what stands below them: an old one may have a new answer. */
export async function readComments(
  media: string,
  { from, after }: { readonly from: number; readonly after: string | undefined },
  { account, http }: Ways,
): Promise<Part> {
  const path = pathOf(media, 'comments');
  const query = { fields: `${commentFields},replies.limit(50){${commentFields}}`, limit: '50' };
  const read = await readEdge(atGraph(account), http, { path, query, after });
  const all = read.entries.flatMap((comment) => [
    comment,
    ...list(fields(comment['replies'])['data']).map((reply) => ({ parent_id: id(comment['id']), ...fields(reply) })),
  ]);
  const isSince = (at: number) => (comment: Fields) => (moment(comment['timestamp'])?.getTime() ?? at) >= at;
  const items = all.filter(isSince(from)).flatMap((comment) => commentItem(comment, media, account));
  const isWorthMore = items.length > 0 || read.entries.some(isSince(from - talkMs));
  return { items, after: isWorthMore ? read.after : undefined };
}

function commentItem(comment: Fields, media: string, account: AccountAccess): Fetched[] {
  const commentId = id(comment['id']);
  if (commentId === undefined) return [];
  const from = fields(comment['from']);
  const username = text(from['username']) ?? text(comment['username']);
  const ours = isOurs({ id: id(from['id']), username }, account) ? { relais_ours: true } : {};
  const value = { media: { id: media }, ...comment, ...ours, replies: undefined };
  const key = `comment:${commentId}:${flag(comment['hidden']) === true}:${fingerprint(comment['text'])}`;
  return [{ key, body: changeBody(account.externalId, undefined, { object: 'instagram', field: 'comments', value }) }];
}

/** A picture of somebody else that we are tagged in. */
export function tagItem(tag: Fields, account: AccountAccess): Fetched[] {
  const mediaId = id(tag['id']);
  if (mediaId === undefined) return [];
  const value = { ...tag, media: tag, media_id: mediaId, [readMark]: 'stranger' };
  const change = { object: 'instagram', field: 'mentions', value };
  return [
    { key: `tag:${mediaId}:${fingerprint(tag['caption'])}`, body: changeBody(account.externalId, undefined, change) },
  ];
}
