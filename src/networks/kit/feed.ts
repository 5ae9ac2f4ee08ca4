import { tolerated } from './calling.js';
import { fields, type Fields } from './read.js';
import { readWalk, walkBack, walkFrom, type BackList, type Walk } from './walk.js';
import { compare, lostParts, packWatched, readWatched, watchAlso, type Sight, type Watched } from './watch.js';

/** One thing of a feed: a comment, a review, a thread with its replies. */
export interface Piece extends Sight {
  readonly value: Fields;
}

/** A list of a network that gives the newest first, and can be asked again for what it gave. */
export interface Feed {
  page(page: string | undefined): Promise<{ readonly pieces: readonly Piece[]; readonly next: string | undefined }>;
  /** Those of `subjects` that there still are. Throws `SendFailure` when it cannot be told. */
  again?(subjects: readonly string[]): Promise<readonly Piece[]>;
  /** How many are looked at again in one poll. */
  readonly atOnce?: number;
}

/** How far a feed has been read. */
export interface FeedCursor {
  readonly walk: Walk | undefined;
  readonly watched: readonly Watched[];
}

export interface News {
  /** Oldest first. `isEdit`: it was known, and says something else now. */
  readonly pieces: readonly { readonly piece: Piece; readonly isEdit: boolean }[];
  readonly gone: readonly string[];
  readonly cursor: FeedCursor;
  readonly more: boolean;
}

export interface FeedRules {
  /** How far the first poll looks back. */
  readonly lookBackMs: number;
  readonly watchMs: number;
  readonly mostWatched: number;
  readonly mostPages?: number;
}

/** What is new in a feed since `before`, and what has changed or gone of what was read lately. `now` is the network's clock. */
export async function newsOf(
  feed: Feed,
  before: FeedCursor,
  rules: FeedRules & { readonly now: () => Date | undefined },
): Promise<News> {
  const pieces = new Map<string, Piece>();
  const list = backList(feed, pieces);
  const walk = before.walk ?? (await beginning(list, rules));
  const walked = await walkBack(list, walk, rules.mostPages);
  const fresh = walked.entries.flatMap(({ id }) => pieces.get(id) ?? []);
  const isPast = (one: Sight): boolean => one.at !== 0 && one.at < (rules.now()?.getTime() ?? 0) - rules.watchMs;
  const again = await lookAgain(feed, before.watched, { fresh, isPast });
  const known = new Set(before.watched.map(({ subject, print }) => `${subject} ${print}`));
  const subjects = new Set(before.watched.map(({ subject }) => subject));
  const all = [...fresh, ...again.changed].filter(({ subject, print }) => !known.has(`${subject} ${print}`));
  return {
    pieces: all.map((piece) => ({ piece, isEdit: subjects.has(piece.subject) })),
    gone: [...new Set([...lostParts(before.watched, fresh), ...again.gone])],
    cursor: {
      walk: walked.walk,
      watched: watchAlso(
        again.watched,
        fresh.filter((piece) => !isPast(piece)),
        rules.mostWatched,
      ),
    },
    more: walked.more,
  };
}

/** In a walk, a thing that says something else is another one. */
function backList(feed: Feed, pieces: Map<string, Piece>): BackList {
  return {
    page: async (page) => {
      const found = await feed.page(page);
      const entries = found.pieces.map((piece) => {
        const id = `${piece.subject} ${piece.print}`;
        pieces.set(id, piece);
        return { id, at: piece.at, value: piece.value };
      });
      return { entries, next: found.next };
    },
  };
}

async function beginning(list: BackList, rules: FeedRules & { readonly now: () => Date | undefined }): Promise<Walk> {
  const { entries } = await list.page(undefined);
  const now = rules.now()?.getTime() ?? Math.max(0, ...entries.map(({ at }) => at));
  return walkFrom(new Date(now - rules.lookBackMs));
}

async function lookAgain(
  feed: Feed,
  watched: readonly Watched[],
  by: { readonly fresh: readonly Piece[]; readonly isPast: (one: Sight) => boolean },
): Promise<{ changed: readonly Piece[]; gone: readonly string[]; watched: readonly Watched[] }> {
  // What the walk has just brought is known as it is now.
  const read = new Set(by.fresh.map(({ subject }) => subject));
  const waiting = watched.filter(({ subject }) => !read.has(subject));
  const turn = waiting.slice(0, feed.atOnce ?? 0);
  const same = { changed: [], gone: [], watched };
  if (feed.again === undefined || turn.length === 0) return same;
  const found = await tolerated(feed.again(turn.map(({ subject }) => subject)), undefined);
  if (found === undefined) return same;
  const looked = compare(turn, found, by.isPast);
  const names = new Set(turn.map(({ subject }) => subject));
  return { ...looked, watched: [...watched.filter(({ subject }) => !names.has(subject)), ...looked.watched] };
}

export function packFeed({ walk, watched }: FeedCursor): unknown {
  return { walk, watched: packWatched(watched) };
}

export function readFeed(value: unknown): FeedCursor {
  const read = fields(value);
  return { walk: readWalk(read['walk']), watched: readWatched(read['watched']) };
}

/** As if nothing after `from` had been read; what was is recognised when it comes again. */
export function feedFrom(from: Date, before: FeedCursor): FeedCursor {
  return { ...before, walk: walkFrom(from) };
}
