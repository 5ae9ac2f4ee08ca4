import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { fields, id, instant, type Fields } from '../kit/read.js';
import type { Fetched } from '../kit/source.js';
import { read } from './call.js';
import { subredditOf, tolerated } from './reach.js';

interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
  readonly since: number;
}

/** The conversations with our moderators that were touched since, each message by itself. */
export async function conversationsSince({ account, http, since }: Ways): Promise<Fetched[]> {
  const subreddit = subredditOf(account);
  if (subreddit === undefined) return [];
  const query = new URLSearchParams({
    sort: 'recent',
    state: 'all',
    limit: '100',
    entity: decodeURIComponent(subreddit),
  });
  const [listing] = await tolerated(async () => [
    fields((await read(account, http, `/api/mod/conversations?${query}`)).json()),
  ]);
  const touched = Object.values(fields(listing?.['conversations']))
    .map(fields)
    .filter((one) => touchedAt(one) >= since);
  const items: Fetched[] = [];
  for (const one of touched) {
    const key = id(one['id']);
    if (key === undefined) continue;
    const whole = await tolerated(async () => [
      fields((await read(account, http, `/api/mod/conversations/${encodeURIComponent(key)}?markRead=false`)).json()),
    ]);
    items.push(...whole.flatMap(messagesOf));
  }
  return items;
}

function touchedAt(conversation: Fields): number {
  return instant(conversation['lastUpdated'])?.getTime() ?? Number.POSITIVE_INFINITY;
}

function messagesOf(whole: Fields): Fetched[] {
  return Object.entries(fields(whole['messages'])).map(([key, message]) => ({
    key: `modmail:${key}`,
    body: { conversation: whole['conversation'], user: whole['user'], messages: { [key]: message } },
  }));
}
