import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { tolerated } from '../kit/calling.js';
import { fields, id, list, number, text } from '../kit/read.js';
import type { Fetched } from '../kit/source.js';
import { api } from './api.js';
import type { LiveCursor } from './cursor.js';
import type { Ways } from './threads.js';

/** Without a chat under way, of so many polls one looks whether there is one. */
const lookEvery = 5;
const pageSize = 2000;
/** At five units for each look, more often would use up a day in a few hours. */
const shortestSeconds = 15;

interface Live {
  readonly items: readonly Fetched[];
  readonly cursor: LiveCursor | undefined;
  readonly waitSeconds?: number;
}

/** What was said in the channel's live chat since; nothing where the channel does not want it. */
export async function pollLive(before: LiveCursor | undefined, ways: Ways, turn: number): Promise<Live> {
  if (!wantsLive(ways.account)) return { items: [], cursor: undefined };
  if (before !== undefined) return said(before, ways);
  const chat = turn % lookEvery === 0 ? await tolerated(activeChat(ways), undefined) : undefined;
  return chat === undefined ? { items: [], cursor: undefined } : said({ chat, page: undefined }, ways);
}

function wantsLive({ settings }: AccountAccess): boolean {
  return settings['liveChat'] === 'on';
}

async function activeChat({ account, http }: Ways): Promise<string | undefined> {
  const query = { part: 'snippet', broadcastStatus: 'active', broadcastType: 'all' };
  const answer = await api.ask(account, http, { method: 'GET', path: '/liveBroadcasts', query });
  return list(answer['items'])
    .map((one) => id(fields(fields(one)['snippet'])['liveChatId']))
    .find((chat) => chat !== undefined);
}

async function said(cursor: LiveCursor, { account, http }: Ways): Promise<Live> {
  const query = {
    liveChatId: cursor.chat,
    part: 'id,snippet,authorDetails',
    maxResults: String(pageSize),
    ...(cursor.page === undefined ? {} : { pageToken: cursor.page }),
  };
  try {
    const answer = await api.ask(account, http, { method: 'GET', path: '/liveChat/messages', query });
    const items = list(answer['items'])
      .map(fields)
      .flatMap((live) => itemOf(live, id(live['id'])));
    if (text(answer['offlineAt']) !== undefined) return { items, cursor: undefined };
    const wait = Math.ceil((number(answer['pollingIntervalMillis']) ?? 0) / 1000);
    const page = text(answer['nextPageToken']) ?? cursor.page;
    return { items, cursor: { chat: cursor.chat, page }, waitSeconds: Math.max(shortestSeconds, wait) };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    // A chat that has ended tells nothing more; anything else is asked for again from the same place.
    const isOver = error.kind === 'window-closed' || error.kind === 'rejected';
    return { items: [], cursor: isOver ? undefined : cursor };
  }
}

function itemOf(live: unknown, name: string | undefined): Fetched[] {
  return name === undefined ? [] : [{ key: `live:${name}`, body: { relais: 'poll', live } }];
}
