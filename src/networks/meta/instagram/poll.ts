import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { id, type Fields } from '../../kit/read.js';
import type { Fetched, Page } from '../../kit/source.js';
import { pathOf } from '../graph/call.js';
import { cursorFrom } from '../graph/cursor.js';
import { readEdge } from '../graph/lists.js';
import type { Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { messagingBody } from '../graph/poll-body.js';
import { ifAllowed, walk, type Part } from '../graph/walk.js';
import { eventOf, readMessages, whole, writtenAt, type Ways } from './conversation.js';
import { keptSubscribed } from './keep-subscribed.js';
import { atGraph, loginOf, mailbox } from './login.js';
import { readComments, tagItem, touchedMedia } from './poll-comments.js';

const lookBackMs = 60 * 60_000;
const mostPages = 10;
const conversationMark = 'conversation:';

/** The walk begins again at a date, with every post of ours. */
export const pollFrom = cursorFrom;

/** What the webhooks missed: comments of posts whose count has changed, pictures that we are tagged in, messages. */
export function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  return walk(
    cursor,
    {
      begin: (from, gauge, memory) => begin({ from, memory }, account, gauge),
      read: (place, part, metered) => readPlace(place, part, { account, http: metered }),
    },
    http,
  );
}

async function begin(
  { from, memory }: { readonly from: number | null; readonly memory: Fields | undefined },
  account: AccountAccess,
  gauge: Meter,
) {
  const ways = { account, http: gauge.http };
  const notices = await keptSubscribed(from, account, gauge);
  const media = await ifAllowed(() => touchedMedia(memory, ways), { places: [], memory: memory ?? {} });
  const since = from ?? (gauge.now()?.getTime() ?? 0) - lookBackMs;
  const isNew = (one: Fields) => (moment(one['timestamp'])?.getTime() ?? 0) >= since;
  const tags = loginOf(account) === 'facebook' ? await ifAllowed(() => listTags(ways), []) : [];
  const conversations = await ifAllowed(() => conversationsSince(since, ways), []);
  return {
    items: [...notices, ...tags.filter(isNew).flatMap((tag) => tagItem(tag, account))],
    places: [...media.places, ...conversations],
    memory: media.memory,
  };
}

async function listTags({ account, http }: Ways): Promise<readonly Fields[]> {
  const query = { fields: 'id,caption,media_type,media_url,permalink,timestamp,username', limit: '50' };
  return (await readEdge(atGraph(account), http, { path: pathOf(account.externalId, 'tags'), query })).entries;
}

/** The newest first, until one that was not touched since. */
async function conversationsSince(since: number, { account, http }: Ways): Promise<string[]> {
  const path = pathOf(mailbox(account), 'conversations');
  const query = { platform: 'instagram', fields: 'id,updated_time', limit: '50' };
  const touched: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await readEdge(atGraph(account), http, { path, query, after });
    const isNew = (one: Fields) => (moment(one['updated_time'])?.getTime() ?? since) >= since;
    touched.push(...read.entries.filter(isNew).flatMap((one) => id(one['id']) ?? []));
    after = read.entries.every(isNew) ? read.after : undefined;
    if (after === undefined) break;
  }
  return touched.map((conversation) => `${conversationMark}${conversation}`);
}

function readPlace(
  place: string,
  part: { readonly from: number; readonly after: string | undefined },
  ways: Ways,
): Promise<Part> {
  return place.startsWith(conversationMark)
    ? readConversation(place.slice(conversationMark.length), part, ways)
    : readComments(place, part, ways);
}

async function readConversation(
  conversation: string,
  { from, after }: { readonly from: number; readonly after: string | undefined },
  ways: Ways,
): Promise<Part> {
  const read = await readMessages(conversation, after, ways);
  const isNew = (message: Fields) => (writtenAt(message) ?? from) >= from;
  const items: Fetched[] = [];
  for (const one of read.entries.filter(isNew)) {
    const message = await whole(one, ways);
    const mid = id(message?.['id']);
    if (message === undefined || mid === undefined) continue;
    const body = messagingBody(ways.account.externalId, eventOf(message, ways.account), 'instagram');
    items.push({ key: `message:${mid}`, body });
  }
  return { items, after: read.entries.every(isNew) ? read.after : undefined };
}
