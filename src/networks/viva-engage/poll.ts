import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, id, instant, list, type Fields } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { read } from './call.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { referencesIn } from './people.js';

const lookBackMs = 60 * 60_000;
const pageSize = 20;
/** Ten calls in thirty seconds are allowed, and several feeds share them. */
const mostPages = 3;

/** What was said to the account, and in the communities that are named: feeds do not promise every message. */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const before = readCursor(cursor);
  const newest: Record<string, string> = { ...before.newest };
  const items: Fetched[] = [];
  for (const feed of feedsOf(account)) {
    const found = await newIn(feed, before, { account, http });
    items.push(...found.items);
    if (found.newest !== undefined) newest[feed] = found.newest;
  }
  const once = new Map(items.map((item) => [item.key, item]));
  return { items: [...once.values()], cursor: writeCursor({ newest, from: null }), more: false };
}

function feedsOf({ settings }: AccountAccess): string[] {
  const groups = (settings['communities'] ?? '').split(/[\s,;]+/u).filter((one) => /^\d+$/u.test(one));
  return ['received', 'following', ...groups.map((group) => `in_group/${group}`)];
}

interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

interface Found {
  readonly items: Fetched[];
  readonly newest: string | undefined;
}

/** Newest first, page by page, down to what is known or too old. */
async function newIn(feed: string, before: Cursor, ways: Ways): Promise<Found> {
  const known = before.newest[feed];
  const items: Fetched[] = [];
  let newest: string | undefined;
  let older: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await pageOf(feed, { known, older }, ways);
    if (!answer) break;
    const found = freshIn(answer, known === undefined ? (before.from ?? firstFrom(answer)) : 0);
    items.push(...found.items);
    newest ??= found.newest;
    older = found.older;
    if (older === undefined) break;
  }
  return { items, newest: newest ?? known };
}

/** `older`: where to go on, when all of the page is news and there is more. */
function freshIn(answer: HttpAnswer, from: number): Found & { readonly older: string | undefined } {
  const body = fields(answer.json());
  const messages = list(body['messages']).map(fields);
  const fresh = messages.filter((message) => writtenAt(message, from) >= from);
  const goesOn = hasOlder(body) && fresh.length === messages.length;
  return {
    items: fresh.flatMap((message) => itemOf(message, body)),
    newest: id(messages[0]?.['id']),
    older: goesOn ? id(messages.at(-1)?.['id']) : undefined,
  };
}

function hasOlder(body: Fields): boolean {
  return fields(body['meta'])['older_available'] === true;
}

function writtenAt(message: Fields, otherwise: number): number {
  return instant(message['created_at'])?.getTime() ?? otherwise;
}

/** A community that the account is no member of must not hold up the others. */
async function pageOf(
  feed: string,
  { known, older }: { readonly known: string | undefined; readonly older: string | undefined },
  { account, http }: Ways,
): Promise<HttpAnswer | null> {
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(known === undefined ? {} : { newer_than: known }),
    ...(older === undefined ? {} : { older_than: older }),
  });
  try {
    return await read(account, http, `/messages/${feed}.json?${query}`);
  } catch (error) {
    if (error instanceof SendFailure && error.kind === 'rejected') return null;
    throw error;
  }
}

function firstFrom(answer: HttpAnswer): number {
  return (instant(answer.headers['date'])?.getTime() ?? 0) - lookBackMs;
}

/** A message with what it refers to: parsed alone, it must know its author. */
function itemOf(message: Fields, body: Fields): Fetched[] {
  const messageId = id(message['id']);
  if (messageId === undefined) return [];
  const wanted = new Set([id(message['sender_id']), id(message['thread_id']), id(message['group_id'])]);
  const isPrivate = message['direct_message'] === true;
  const references = referencesIn(body).filter(
    (one) => wanted.has(id(one['id'])) || (isPrivate && one['type'] === 'user'),
  );
  return [{ key: `message:${messageId}`, body: { messages: [message], references } }];
}
