import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { meter, type Meter } from '../kit/pace.js';
import { fields, text, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { walkBack, walkFrom, type BackList, type Entry, type Walk } from '../kit/walk.js';
import { readCursor, writeCursor } from './cursor.js';
import { notificationList, ownList, type Ways } from './lists.js';
import { quotedUri } from './parse-media.js';
import { replyOf } from './parse-post.js';
import { pollChat } from './poll-chat.js';
import { readPosts, shortened } from './posts.js';
import { rateHeaders } from './rate.js';
import { reread, watchAlso } from './reread.js';

const lookBackMs = 60 * 60_000;

/**
 * Notifications since `cursor`, private messages, what the account wrote elsewhere, and posts of the last day looked at
 * again. Throws `SendFailure` when the notifications cannot be read; the rest may fail and is asked for next time.
 */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const gauge = meter(http, rateHeaders);
  const ways = { account, http: gauge.http };
  const before = readCursor(cursor);
  const list = notificationList(ways);
  const news = await walkBack(list, before.notifications ?? (await beginning(list, gauge)));
  const own = await pollOwn(before.own, ways, gauge);
  const chat = await pollChat(before.chat, ways, gauge);
  const again = await tolerated(reread(before.watched, ways, gauge), { items: [], watched: before.watched });
  const items = [
    ...(await notificationItems(news.entries, ways)),
    ...own.entries.map(ownItem),
    ...chat.items,
    ...again.items,
  ];
  const after = {
    notifications: news.walk,
    own: own.walk,
    chat: chat.rev,
    watched: watchAlso(again.watched, news.entries.filter(isWords)),
  };
  const budget = gauge.budget();
  return {
    items,
    cursor: writeCursor(after),
    more: news.more || own.more || chat.more,
    ...(budget === undefined ? {} : { budget }),
  };
}

/** The first time: the last hour, by the server's clock. */
async function beginning(list: BackList, gauge: Meter): Promise<Walk> {
  const { entries } = await list.page(undefined);
  const now = gauge.now()?.getTime() ?? Math.max(0, ...entries.map(({ at }) => at));
  return walkFrom(new Date(now - lookBackMs));
}

async function pollOwn(walk: Walk | undefined, ways: Ways, gauge: Meter) {
  const list = ownList(ways);
  const begun = async () => walkBack(list, walk ?? (await beginning(list, gauge)));
  return tolerated(begun(), { entries: [], walk, more: false });
}

function ownItem({ id, value }: Entry): Fetched {
  const reply = fields(value['reply']);
  const views = [reply['root'], reply['parent']].map((one) => shortened(fields(one)));
  return { key: `post:${id}`, body: { relais: 'poll', post: value['post'], views } };
}

/** With the posts around them: what they answer, quote or like, and their own pictures. */
async function notificationItems(entries: readonly Entry[], { account, http }: Ways): Promise<Fetched[]> {
  const around = entries.map((entry) => ({ entry, uris: urisAround(entry.value) }));
  const posts = await tolerated(
    readPosts(
      around.flatMap(({ uris }) => uris),
      account,
      http,
    ),
    [],
  );
  return around.map(({ entry, uris }) => ({
    key: `post:${entry.id}`,
    body: { relais: 'poll', notification: withoutBiography(entry.value), views: viewsOf(posts, uris) },
  }));
}

function urisAround(notification: Fields): string[] {
  const record = fields(notification['record']);
  const { root } = replyOf(record);
  const own = isWords({ value: notification }) ? text(notification['uri']) : undefined;
  return [own, root, quotedUri(record), text(notification['reasonSubject'])].flatMap((uri) => uri ?? []);
}

function isWords({ value }: Pick<Entry, 'value'>): boolean {
  return text(value['reason']) !== 'like';
}

function viewsOf(posts: readonly Fields[], uris: readonly string[]): Fields[] {
  return posts.filter((post) => uris.includes(text(post['uri']) ?? '')).map(shortened);
}

/** Nobody reads it, and it is personal. */
function withoutBiography(notification: Fields): Fields {
  const { description: _description, ...author } = fields(notification['author']);
  return { ...notification, author };
}
