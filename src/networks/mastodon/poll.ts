import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { readCursor, writeCursor, type Cursor, type Mark } from './cursor.js';
import { reread, statusItem, watchAlso, type Rereading, type Ways } from './edits.js';
import { notificationList, ownList } from './lists.js';
import { meter, type Meter } from './meter.js';
import { beginning, newcomers, type Entry, type Newcomers, type PagedList } from './newcomers.js';
import { Roots } from './roots.js';
import { statusOf, type Status } from './status.js';

/** Each may cost a call for its thread: a batch stays well inside the 300 calls in five minutes of a server. */
const batch = 40;
const lookBackMs = 60 * 60_000;

/**
 * Notifications since `cursor`, what the account wrote elsewhere, and a few messages of the last day read again.
 * Throws `SendFailure` when the notifications cannot be read; the rest may fail and is asked for next time.
 */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const gauge = meter(http);
  const ways = { account, http: gauge.http, roots: new Roots(account, gauge.http) };
  const before = readCursor(cursor);
  const list = notificationList(account, gauge.http, before.isUnfiltered);
  const seen = await look(list, before.seen, gauge);
  const own = await lookAtOwn(before.own, ways, gauge);
  const again = await rereadSome(before, ways);
  const items = [
    ...(await notificationItems(seen.entries, ways)),
    ...(await ownItems(own.entries, ways)),
    ...again.items,
  ];
  const after: Cursor = {
    seen: seen.known,
    own: own.known,
    watched: watchAlso(again.watched, theirs(seen.entries, account.externalId)),
    isUnfiltered: list.isUnfiltered(),
    answersStatuses: again.answersStatuses,
  };
  return pageOf(items, { cursor: writeCursor(after), more: seen.more || own.more }, gauge);
}

function pageOf(
  items: readonly Fetched[],
  rest: { readonly cursor: string; readonly more: boolean },
  gauge: Meter,
): Page {
  const budget = gauge.budget();
  const once = new Map(items.map((item) => [item.key, item]));
  return { items: [...once.values()], ...rest, ...(budget === undefined ? {} : { budget }) };
}

/** The first time: the last hour of the newest page, by the server's clock. */
async function look(list: PagedList, known: readonly Mark[] | null, gauge: Meter): Promise<Newcomers> {
  if (known !== null) return newcomers(list, known, batch);
  const begun = await beginning(list);
  const since = (gauge.now()?.getTime() ?? 0) - lookBackMs;
  return {
    ...begun,
    entries: begun.entries.filter((entry) => entry.at >= since),
  };
}

function lookAtOwn(
  known: readonly Mark[] | null,
  { account, http }: Ways,
  gauge: Meter,
): Promise<Omit<Newcomers, 'known'> & { readonly known: readonly Mark[] | null }> {
  return tolerated(() => look(ownList(account, http), known, gauge), { entries: [], known, more: false });
}

function rereadSome(before: Cursor, ways: Ways): Promise<Rereading> {
  const { watched, answersStatuses } = before;
  return tolerated(() => reread(before, ways), {
    items: [],
    watched,
    answersStatuses,
  });
}

async function tolerated<T, U>(task: () => Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof SendFailure) return otherwise;
    throw error;
  }
}

async function notificationItems(entries: readonly Entry[], ways: Ways): Promise<Fetched[]> {
  const items: Fetched[] = [];
  for (const entry of entries) {
    const status = statusOf(entry.value['status']);
    const isWords = status !== undefined && status.authorId !== ways.account.externalId;
    const root = isWords ? await ways.roots.of(status) : null;
    items.push({
      key: entry.key,
      body: { relais: 'poll', notification: entry.value, root },
    });
  }
  return items;
}

async function ownItems(entries: readonly Entry[], ways: Ways): Promise<Fetched[]> {
  const items: Fetched[] = [];
  for (const status of entries.flatMap((entry) => statusOf(entry.value) ?? [])) {
    items.push(await statusItem(status, ways.roots));
  }
  return items;
}

/** What others wrote to us, as far as it is worth reading again. */
function theirs(entries: readonly Entry[], account: string): Status[] {
  return entries
    .filter((entry) => id(fields(entry.value['account'])['id']) !== account)
    .flatMap((entry) => statusOf(entry.value['status']) ?? [])
    .filter((status) => status.authorId !== account);
}
