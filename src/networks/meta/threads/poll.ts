import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { flag, id, text, type Fields } from '../../kit/read.js';
import type { Fetched, Page } from '../../kit/source.js';
import { ask, pathOf } from '../graph/call.js';
import { cursorFrom } from '../graph/cursor.js';
import { readEdge } from '../graph/lists.js';
import type { Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { fingerprint } from '../graph/poll-body.js';
import { ifAllowed, walk, type Part } from '../graph/walk.js';
import { atThreads } from './at.js';
import { readMark } from './parse.js';

const lookBackMs = 60 * 60_000;
const base = 'id,text,media_type,media_url,thumbnail_url,gif_url,alt_text,children{media_type,media_url},permalink';
const wanted = `${base},timestamp,username,replied_to,root_post{id,owner_id,username},is_reply,hide_status,has_replies`;

/** The walk begins again at a date. */
export const pollFrom = cursorFrom;

/** What the webhooks missed: mentions, and the conversations under our newest posts. */
export function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  return walk(
    cursor,
    {
      begin: (from, gauge) => begin(from, account, gauge),
      read: (post, part, metered) => readConversation(post, part, { account, http: metered }),
    },
    http,
  );
}

async function begin(from: number | null, account: AccountAccess, gauge: Meter) {
  const edge = async (path: string) =>
    (await readEdge(atThreads(account), gauge.http, { path, query: { fields: wanted, limit: '50' } })).entries;
  const posts = await edge('/me/threads');
  const since = from ?? (gauge.now()?.getTime() ?? 0) - lookBackMs;
  const mentions = (await ifAllowed(() => edge('/me/mentions'), [])).filter((one) => isSince(one, since));
  return {
    items: [
      ...posts.filter((one) => isSince(one, since)).flatMap((post) => item('publish', post, account)),
      ...mentions.flatMap((mention) => item('mentions', mention, account)),
    ],
    places: posts.filter((post) => flag(post['has_replies']) !== false).flatMap((post) => id(post['id']) ?? []),
  };
}

/** Of all levels, the newest first, back to where the walk began. */
async function readConversation(
  post: string,
  { from, after }: { readonly from: number; readonly after: string | undefined },
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<Part> {
  const query = { fields: wanted, reverse: 'true', limit: '50' };
  const read = await readEdge(atThreads(account), http, { path: pathOf(post, 'conversation'), query, after });
  const isNew = (one: Fields) => isSince(one, from);
  return {
    items: read.entries.filter(isNew).flatMap((reply) => item('replies', reply, account)),
    after: read.entries.every(isNew) ? read.after : undefined,
  };
}

function isSince(one: Fields, since: number): boolean {
  return (moment(one['timestamp'])?.getTime() ?? since) >= since;
}

function item(field: string, value: Fields, account: AccountAccess): Fetched[] {
  const postId = id(value['id']);
  if (postId === undefined) return [];
  const username = text(value['username']);
  const ours = username !== undefined && username === account.settings['username'] ? { relais_ours: true } : {};
  const told = { value: { ...value, ...ours }, field };
  return [
    {
      key: `${field}:${postId}:${fingerprint(value['text'], value['hide_status'], value[readMark])}`,
      body: { target_id: account.externalId, relais: 'poll', values: told },
    },
  ];
}

/** Pictures and films, which webhooks only name. */
export async function read(thin: string, account: AccountAccess, http: Http): Promise<readonly Fetched[]> {
  const [kind = '', postId = ''] = thin.split(':');
  const call = { method: 'GET', path: pathOf(postId), query: { fields: wanted } } as const;
  const value = await ask(atThreads(account), http, call);
  return item(kind === 'mention' ? 'mentions' : 'replies', { ...value, [readMark]: true }, account);
}
