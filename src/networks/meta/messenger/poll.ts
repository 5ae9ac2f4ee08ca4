import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { id, type Fields } from '../../kit/read.js';
import type { Fetched, Page } from '../../kit/source.js';
import { pathOf } from '../graph/call.js';
import { cursorFrom } from '../graph/cursor.js';
import { subscriptionNotices } from '../graph/keep-subscribed.js';
import { readEdge } from '../graph/lists.js';
import type { Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { messagingBody } from '../graph/poll-body.js';
import { messagingFields } from '../graph/subscription.js';
import { ifAllowed, walk, type Part } from '../graph/walk.js';
import { eventOf, readMessages, writtenAt } from './conversation.js';

const lookBackMs = 60 * 60_000;
const mostPages = 10;

/** The walk begins again at a date. */
export const pollFrom = cursorFrom;

/** What the webhooks missed, and the names of people, which no webhook tells. */
export function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  return walk(
    cursor,
    {
      begin: (from, gauge) => begin(from, account, gauge),
      read: (conversation, part, metered) => readNew(conversation, part, { account, http: metered }),
    },
    http,
  );
}

async function begin(from: number | null, account: AccountAccess, gauge: Meter) {
  const items = await subscriptionNotices(account, { network: 'messenger', fields: messagingFields, from }, gauge);
  const touched = await ifAllowed(() => conversationsSince(from, account, gauge), []);
  return { items, places: touched.flatMap((conversation) => id(conversation['id']) ?? []) };
}

/** The newest first, until one that was not touched since. */
async function conversationsSince(from: number | null, account: AccountAccess, gauge: Meter): Promise<Fields[]> {
  const path = pathOf(account.externalId, 'conversations');
  const query = { platform: 'messenger', fields: 'id,updated_time', limit: '100' };
  const touched: Fields[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await readEdge(account, gauge.http, { path, query, after });
    const since = from ?? (gauge.now()?.getTime() ?? 0) - lookBackMs;
    const isNew = (one: Fields) => (moment(one['updated_time'])?.getTime() ?? since) >= since;
    touched.push(...read.entries.filter(isNew));
    after = read.entries.every(isNew) ? read.after : undefined;
    if (after === undefined) break;
  }
  return touched;
}

async function readNew(
  conversation: string,
  { from, after }: { readonly from: number; readonly after: string | undefined },
  ways: { readonly account: AccountAccess; readonly http: Http },
): Promise<Part> {
  const read = await readMessages(conversation, after, ways);
  const isNew = (message: Fields) => (writtenAt(message) ?? from) >= from;
  return {
    items: read.entries.filter(isNew).flatMap((message) => itemOf(message, ways.account)),
    after: read.entries.every(isNew) ? read.after : undefined,
  };
}

function itemOf(message: Fields, account: AccountAccess): Fetched[] {
  const mid = id(message['id']);
  if (mid === undefined) return [];
  const body = messagingBody(account.externalId, eventOf(message, account));
  return [{ key: `message:${mid}`, body }];
}
