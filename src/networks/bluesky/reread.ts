import type { Meter } from '../kit/pace.js';
import { text } from '../kit/read.js';
import type { Fetched } from '../kit/source.js';
import type { Entry } from '../kit/walk.js';
import type { Watched } from './cursor.js';
import type { Ways } from './lists.js';
import { postsAtOnce, readPosts } from './posts.js';

const mostWatched = 200;
const watchedForMs = 24 * 60 * 60_000;

export interface Rereading {
  readonly items: readonly Fetched[];
  readonly watched: readonly Watched[];
}

/**
 * Looks at some posts of the last day again, in one call, because no notification tells of a deletion. Whoever was looked
 * at goes to the end of the line; who is missed for the second time is gone.
 */
export async function reread(watched: readonly Watched[], { account, http }: Ways, gauge: Meter): Promise<Rereading> {
  const [turn, waiting] = [watched.slice(0, postsAtOnce), watched.slice(postsAtOnce)];
  if (turn.length === 0) return { items: [], watched };
  const posts = await readPosts(
    turn.map(({ uri }) => uri),
    account,
    http,
  );
  const there = new Set(posts.flatMap((post) => text(post['uri']) ?? []));
  const now = gauge.now();
  const isGone = ({ uri, isMissed }: Watched): boolean => !there.has(uri) && isMissed === true;
  const items = turn.filter(isGone).map(({ uri }) => goneItem(uri, now));
  const again = turn
    .filter((one) => !isGone(one) && one.at > (now?.getTime() ?? 0) - watchedForMs)
    .map(({ uri, at }) => ({ uri, at, isMissed: !there.has(uri) }));
  // Who was missed is looked at again at once.
  const missed = again.filter(({ isMissed }) => isMissed);
  return { items, watched: [...missed, ...waiting, ...again.filter(({ isMissed }) => !isMissed)] };
}

/** New messages go first: what is regretted is mostly regretted soon. */
export function watchAlso(watched: readonly Watched[], fresh: readonly Entry[]): Watched[] {
  const known = new Set(watched.map(({ uri }) => uri));
  const added = fresh.filter(({ id }) => !known.has(id)).map(({ id, at }) => ({ uri: id, at }));
  return [...added, ...watched].slice(0, mostWatched);
}

function goneItem(uri: string, at: Date | undefined): Fetched {
  return { key: `gone:${uri}`, body: { relais: 'poll', gone: { uri, at: at?.toISOString() ?? null } } };
}
