import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { objectIn } from '../kit/json.js';
import { meter, type Meter } from '../kit/pace.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { idAt } from './address.js';
import { rateHeaders, read } from './call.js';
import { channelsOf, type Channel } from './channels.js';
import { messageItemKey } from './stream.js';

const lookBackMs = 60 * 60_000;
const pageSize = 100;
/** The rest is for the next poll. */
const mostPages = 20;

interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

/**
 * What the gateway missed in servers: every channel whose last message is newer than the one that was read. Private channels
 * cannot be listed by bots. Throws `SendFailure` when the servers cannot be listed.
 */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const gauge = meter(http, rateHeaders);
  const ways = { account, http: gauge.http };
  const known = readMarks(cursor);
  const marks = new Map(known.marks);
  const channels = await channelsOf(account, ways.http);
  const start = known.from ?? beginning(gauge);
  const items: Fetched[] = [];
  let pages = 0;
  for (const channel of channels) {
    const since = marks.get(channel.id) ?? start;
    if (!isNewer(channel.lastMessage, since)) continue;
    if (pages >= mostPages) return { items, cursor: written(start, marks), more: true };
    const found = await newIn(channel, since, ways);
    pages += found.pages;
    items.push(...found.items);
    marks.set(channel.id, found.last);
  }
  return { items, cursor: written(start, marks), more: false };
}

/** The walk begins again at a date. */
export function pollFrom(from: Date): string {
  return written(idAt(from), new Map());
}

function beginning(gauge: Meter): string {
  return idAt(new Date((gauge.now()?.getTime() ?? 0) - lookBackMs));
}

/** Newest first, also when asked for what comes after: the highest id leads on. */
async function newIn(channel: Channel, since: string, { account, http }: Ways) {
  const items: Fetched[] = [];
  let [last, pages] = [since, 0];
  for (; pages < mostPages; pages += 1) {
    const path = `/channels/${channel.id}/messages?after=${last}&limit=${pageSize}`;
    // A channel that the bot may not read is left alone until it has news again.
    const page = list(await tolerated(read(account, http, path), null))
      .map(fields)
      .reverse();
    items.push(...page.map((message) => itemOf(message, channel)));
    const ids = page.flatMap((message) => id(message['id']) ?? []);
    last = ids.reduce((a, b) => (isNewer(b, a) ? b : a), last);
    if (page.length < pageSize)
      return { items, pages: pages + 1, last: items.length === 0 ? (channel.lastMessage ?? last) : last };
  }
  return { items, pages, last };
}

/** REST tells of no server: without one it would be taken for a private message. */
function itemOf(message: Fields, { guild, type }: Channel): Fetched {
  const whole = { ...message, guild_id: guild, channel_type: type };
  return { key: messageItemKey(message), body: { relais: 'poll', message: whole } };
}

function isNewer(a: string | undefined, b: string): boolean {
  return a !== undefined && (a.length - b.length || (a > b ? 1 : -1)) > 0 && a !== b;
}

function readMarks(cursor: string | null): { from: string | undefined; marks: ReadonlyMap<string, string> } {
  const read = objectIn(cursor);
  const pairs = Object.entries(fields(read['marks'])).flatMap(([channel, mark]) => {
    const last = text(mark);
    return last === undefined ? [] : [[channel, last] as const];
  });
  return { from: text(read['from']), marks: new Map(pairs) };
}

function written(from: string, marks: ReadonlyMap<string, string>): string {
  return JSON.stringify({ from, marks: Object.fromEntries(marks) });
}
