import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { read } from './call.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { isGone, momentOf } from './names.js';
import { conversationsSince } from './poll-modmail.js';
import { meter } from './rate.js';
import { subredditOf, tolerated } from './reach.js';

const lookBackMs = 60 * 60_000;
/** Listings are put together now and then, and are not always in step with each other. */
const slackMs = 5 * 60_000;
const pageSize = 100;
/** Reddit lists about a thousand things, however many there are. */
const mostPages = 10;
const mostAtOnce = 100;

/** Inbox, comments and posts of our own subreddit, its modmail, and what may have changed of what was told before. */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const gauge = meter(http);
  const before = readCursor(cursor);
  const ways = { account, http: gauge.http, since: before.since };
  const inbox = await newest(`/message/inbox?`, ways);
  const since = before.since ?? (gauge.now()?.getTime() ?? 0) - lookBackMs;
  const fresh = [...inbox, ...(await ofSubreddit({ ...ways, since }))].filter(
    (thing) => writtenAt(thing) >= since - slackMs,
  );
  const again = await lookedAtAgain(before.watched, ways);
  const mail = await conversationsSince({ ...ways, since: since - slackMs });
  const items = unique([...fresh, ...again].map(itemOf).concat(mail)).filter(({ key }) => !before.told.includes(key));
  const budget = gauge.budget();
  return {
    items,
    cursor: writeCursor(after(before, { items, fresh, now: gauge.now()?.getTime() ?? since })),
    more: false,
    ...(budget === undefined ? {} : { budget }),
  };
}

interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
  readonly since: number | null;
}

function after(
  before: Cursor,
  { items, fresh, now }: { items: readonly Fetched[]; fresh: readonly Fields[]; now: number },
): Cursor {
  const comments = fresh.flatMap((thing) => (text(thing['kind']) === 't4' ? [] : (nameOf(thing) ?? [])));
  return {
    since: now,
    told: [...before.told, ...items.map(({ key }) => key)],
    watched: [...new Set([...before.watched, ...comments])],
  };
}

/** What is newer than `since`, page by page; the newest page alone the first time. */
async function newest(path: string, { account, http, since }: Ways): Promise<Fields[]> {
  const things: Fields[] = [];
  let next: string | undefined;
  for (let page = 0; page < (since === null ? 1 : mostPages); page += 1) {
    const query = new URLSearchParams({
      limit: String(pageSize),
      raw_json: '1',
      ...(next === undefined ? {} : { after: next }),
    });
    const data = fields(fields((await read(account, http, `${path}${query}`)).json())['data']);
    const found = list(data['children']).map(fields);
    things.push(...found);
    next = text(data['after']);
    const isPast = found.some((thing) => since !== null && writtenAt(thing) < since - slackMs);
    if (next === undefined || isPast || found.length === 0) break;
  }
  return things;
}

async function ofSubreddit(ways: Ways): Promise<Fields[]> {
  const name = subredditOf(ways.account);
  if (name === undefined) return [];
  const comments = await tolerated(() => newest(`/r/${name}/comments?`, ways));
  const posts = await tolerated(() => newest(`/r/${name}/new?`, ways));
  return [...comments, ...posts];
}

async function lookedAtAgain(names: readonly string[], { account, http }: Ways): Promise<Fields[]> {
  const things: Fields[] = [];
  for (let at = 0; at < names.length; at += mostAtOnce) {
    const query = new URLSearchParams({ id: names.slice(at, at + mostAtOnce).join(','), raw_json: '1' });
    const listing = await tolerated(async () => [fields((await read(account, http, `/api/info?${query}`)).json())]);
    things.push(...listing.flatMap((one) => list(fields(one['data'])['children']).map(fields)));
  }
  return things.filter(hasChanged);
}

/** An edit or a deletion: anything else was told when it was new. */
function hasChanged({ data }: Fields): boolean {
  const thing = fields(data);
  const words = text(thing['body']) ?? text(thing['selftext']) ?? '';
  return (
    momentOf(thing['edited']) !== undefined ||
    isGone(words) ||
    text(thing['author']) === undefined ||
    isGone(text(thing['author']) ?? '')
  );
}

/** The same for the same edition of a thing, in whichever listing it stands. */
function itemOf(thing: Fields): Fetched {
  const data = fields(thing['data']);
  const words = text(data['body']) ?? text(data['selftext']) ?? '';
  const isAway = isGone(words) || isGone(text(data['author']) ?? '[deleted]');
  return {
    key: `${nameOf(thing) ?? ''}:${isAway ? 'gone' : String(momentOf(data['edited'])?.getTime() ?? 0)}`,
    body: thing,
  };
}

function nameOf({ data }: Fields): string | undefined {
  return id(fields(data)['name']);
}

function writtenAt({ data }: Fields): number {
  return momentOf(fields(data)['created_utc'])?.getTime() ?? 0;
}

function unique(items: readonly Fetched[]): Fetched[] {
  // In an inbox a comment says more (that it is a mention, the title of its post) than in the list of a subreddit.
  return [...new Map(items.toReversed().map((item) => [item.key, item])).values()].toReversed();
}
