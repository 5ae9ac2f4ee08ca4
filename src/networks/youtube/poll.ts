import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { newsOf, type FeedCursor, type News } from '../kit/feed.js';
import { serverTime } from '../kit/pace.js';
import { fields, id, list, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { api } from './api.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { pollLive } from './live.js';
import { costs, nextPoll, spendingAfter } from './plan.js';
import { threadFeed, type Ways } from './threads.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const rules = { lookBackMs: dayMs, watchMs: 7 * dayMs, mostWatched: 150, mostPages: 3 };
/** Of so many polls one asks for what is held, and the next one for what is taken for spam. */
const heldEvery = 5;

interface Accountant {
  readonly http: Http;
  readonly units: () => number;
  readonly now: () => Date | undefined;
}

/** Counts the units that calls cost, and notes the network's clock. */
function accountant(http: Http): Accountant {
  let units = 0;
  let now: Date | undefined;
  return {
    http: {
      request: async (ask) => {
        units += ask.url.includes('/liveChat/') ? costs.liveRead : costs.read;
        const answer = await http.request(ask);
        now = serverTime(answer) ?? now;
        return answer;
      },
    },
    units: () => units,
    now: () => now,
  };
}

/**
 * New comments and replies, what has changed and gone of the last week, in turn what is held for review, and the live
 * chat where the channel wants it. How soon the next poll comes follows from the units that are left.
 */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const meter = accountant(http);
  const ways = { account, http: meter.http };
  const before = readCursor(cursor);
  const asked = { ...rules, now: meter.now };
  const comments = await newsOf(threadFeed(ways, before.comments.watched, 'published'), before.comments, asked);
  const held = await heldNews(before, ways, asked);
  const live = await pollLive(before.live, ways, before.turn);
  const pieces = [...comments.pieces, ...(held.held?.pieces ?? []), ...(held.spam?.pieces ?? [])];
  const videos = await videosOf(
    pieces.map(({ piece }) => piece.value),
    ways,
  );
  const items = [
    ...pieces.map(({ piece }) =>
      itemOf(`${piece.subject}@${piece.print}`, { ...piece.value, ...videoOf(piece.value, videos) }),
    ),
    ...comments.gone.map((gone) => goneItem(gone, meter.now())),
    ...live.items,
  ];
  const { spending, ...pace } = paceOf(account, before, { meter, news: pieces.length, live: live.waitSeconds });
  const after: Cursor = {
    comments: comments.cursor,
    held: held.held?.cursor ?? before.held,
    spam: held.spam?.cursor ?? before.spam,
    live: live.cursor,
    spending,
    turn: (before.turn + 1) % 1000,
  };
  return { items, cursor: writeCursor(after), more: comments.more, ...pace };
}

/** Without the network's clock nobody knows what day it is, and the usual pace is kept. */
function paceOf(
  account: AccountAccess,
  before: Cursor,
  poll: { readonly meter: Accountant; readonly news: number; readonly live: number | undefined },
): Pick<Page, 'waitSeconds' | 'budget'> & { readonly spending: Cursor['spending'] } {
  const now = poll.meter.now();
  if (now === undefined) return { spending: before.spending };
  const spent = { units: poll.meter.units(), news: poll.news, now };
  const spending = spendingAfter(before.spending, spent);
  const { waitSeconds, usedPercent } = nextPoll(account, spending, spent);
  return { spending, waitSeconds: soonest(waitSeconds, poll.live), budget: { usedPercent } };
}

function soonest(planned: number, live: number | undefined): number {
  return live === undefined ? planned : Math.min(planned, live);
}

async function heldNews(
  before: Cursor,
  ways: Ways,
  asked: Parameters<typeof newsOf>[2],
): Promise<{ readonly held?: News | undefined; readonly spam?: News | undefined }> {
  const of = (status: string, cursor: FeedCursor): Promise<News | undefined> =>
    tolerated(newsOf(threadFeed(ways, cursor.watched, status), cursor, asked), undefined);
  if (before.turn % heldEvery === 0) return { held: await of('heldForReview', before.held) };
  return before.turn % heldEvery === 1 ? { spam: await of('likelySpam', before.spam) } : {};
}

/** What the videos are called: an adviser must know what is talked about. One unit for fifty of them. */
async function videosOf(threads: readonly Fields[], { account, http }: Ways): Promise<ReadonlyMap<string, Fields>> {
  const ids = [...new Set(threads.flatMap((thread) => videoIdOf(thread) ?? []))].slice(0, 50);
  if (ids.length === 0) return new Map();
  const query = { part: 'snippet', id: ids.join(',') };
  const answer = await tolerated(api.ask(account, http, { method: 'GET', path: '/videos', query }), undefined);
  return new Map(list(answer?.['items']).map((video) => [id(fields(video)['id']) ?? '', withoutWords(fields(video))]));
}

/** Descriptions are long, and nobody reads them here. */
function withoutWords(video: Fields): Fields {
  const { title, publishedAt, thumbnails } = fields(video['snippet']);
  return { id: video['id'], snippet: { title, publishedAt, thumbnails } };
}

function videoOf(value: Fields, videos: ReadonlyMap<string, Fields>): { video?: Fields } {
  const video = videos.get(videoIdOf(value) ?? '');
  return video === undefined ? {} : { video };
}

function videoIdOf(value: Fields): string | undefined {
  const snippet = fields(fields(value['thread'])['snippet']);
  return id(snippet['videoId']) ?? id(fields(fields(snippet['topLevelComment'])['snippet'])['videoId']);
}

function itemOf(key: string, body: Fields): Fetched {
  return { key, body: { relais: 'poll', ...body } };
}

function goneItem(name: string, at: Date | undefined): Fetched {
  return itemOf(`gone:${name}`, { gone: { id: name, at: at?.toISOString() ?? null } });
}
