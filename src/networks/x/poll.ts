import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { objectIn } from '../kit/json.js';
import { meter, type Meter } from '../kit/pace.js';
import { number } from '../kit/read.js';
import type { Fetched, Page } from '../kit/source.js';
import { readWalk, walkBack, walkFrom, type BackList, type Entry, type Walk } from '../kit/walk.js';
import { rateHeaders } from './call.js';
import { directList, mentionList, ownList, type Ways } from './lists.js';
import { keepHooks } from './subscribe.js';
import { usageNews } from './usage.js';

const lookBackMs = 60 * 60_000;
const overlapMs = 120_000;
/** Private messages may be listed 15 times in a quarter of an hour. */
const directPages = 2;
const aloneSeconds = 60;
const besideHookSeconds = 300;
/** Beside a webhook that works, private messages are listed at every third poll. */
const directTurns = 3;

/**
 * What names us, our own posts, and private messages since `cursor`. Beside a webhook it only finds what that missed, and
 * replies to replies, of which no webhook tells. Throws `SendFailure` when the mentions cannot be read.
 */
export async function poll(cursor: string | null, account: AccountAccess, http: Http): Promise<Page> {
  const gauge = meter(http, rateHeaders);
  const ways = { account, http: gauge.http };
  const read = objectIn(cursor);
  const isHooked = account.app['bearerToken'] !== undefined && (await tolerated(keepHooks(account, http), false));
  const news = await walk(readWalk(read['mentions']), (from) => mentionList(ways, from), gauge);
  const budget = gauge.budget();
  const turn = number(read['turn']) ?? 0;
  const own = await tolerated(
    walk(readWalk(read['own']), (from) => ownList(ways, from), gauge),
    {
      entries: [],
      walk: readWalk(read['own']),
      more: false,
    },
  );
  const direct = await pollDirect(readWalk(read['direct']), {
    ways,
    gauge,
    isDue: !isHooked || turn % directTurns === 0,
  });
  const usage = await tolerated(usageNews(account, gauge), []);
  return {
    items: [...[...news.entries, ...own.entries].map(postItem), ...direct.entries.map(directItem), ...usage],
    cursor: JSON.stringify({ mentions: news.walk, own: own.walk, direct: direct.walk, turn: (turn + 1) % directTurns }),
    more: news.more,
    waitSeconds: isHooked ? besideHookSeconds : aloneSeconds,
    ...(budget === undefined ? {} : { budget }),
  };
}

/** As if nothing after `from` had been read. */
export function pollFrom(from: Date): string {
  return JSON.stringify({ mentions: walkFrom(from), own: walkFrom(from), direct: walkFrom(from) });
}

async function walk(before: Walk | undefined, listFrom: (from: number) => BackList, gauge: Meter) {
  if (before !== undefined) return walkBack(listFrom(before.since - overlapMs), before);
  const { entries } = await listFrom(0).page(undefined);
  const now = gauge.now()?.getTime() ?? Math.max(0, ...entries.map(({ at }) => at));
  return walkBack(listFrom(now - lookBackMs), walkFrom(new Date(now - lookBackMs)));
}

interface DirectAsk {
  readonly ways: Ways;
  readonly gauge: Meter;
  readonly isDue: boolean;
}

/** Without the right to read them, or above their small budget, the public words arrive all the same. */
async function pollDirect(before: Walk | undefined, { ways, gauge, isDue }: DirectAsk) {
  const nothing = { entries: [], walk: before };
  if (!isDue) return nothing;
  const now = gauge.now()?.getTime() ?? 0;
  const since = before ?? walkFrom(new Date(now - lookBackMs));
  return tolerated(walkBack(directList(ways), since, directPages), nothing);
}

/** An edit has another id, and so another key. */
function postItem({ id, value }: Entry): Fetched {
  return { key: `post:${id}`, body: { relais: 'poll', post: value['one'], includes: value['includes'] } };
}

function directItem({ id, value }: Entry): Fetched {
  return { key: `dm:${id}`, body: { relais: 'poll', direct: value['one'], includes: value['includes'] } };
}
