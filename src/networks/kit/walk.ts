import { fields, list, number, text, type Fields } from './read.js';

/** One thing of a list that gives the newest first. */
export interface Entry {
  readonly id: string;
  /** Milliseconds, the network's clock; 0 when it does not say. */
  readonly at: number;
  readonly value: Fields;
}

export interface BackList {
  /** `page` is what the page before gave as `next`; undefined for the newest. */
  page(page: string | undefined): Promise<{ readonly entries: readonly Entry[]; readonly next: string | undefined }>;
}

/** How far a list has been read: all of it up to `since`, and of a walk that is under way, where it goes on. */
export interface Walk {
  readonly since: number;
  /** Read already, though not older than the overlap. */
  readonly seen: readonly string[];
  readonly under?: { readonly page: string; readonly top: number };
}

export interface Walked {
  readonly entries: readonly Entry[];
  readonly walk: Walk;
  readonly more: boolean;
}

const overlapMs = 120_000;
const mostSeen = 400;
const usualPages = 5;

/**
 * What is new in the list, oldest first. A long absence is walked through in several calls, each of which goes on where
 * the one before stopped; only a walk that has come to its end moves `since`. What comes twice has the same key.
 */
export async function walkBack(list: BackList, walk: Walk, mostPages = usualPages): Promise<Walked> {
  const floor = walk.since - overlapMs;
  const { found, next } = await walkThrough(list, walk.under?.page, { floor, mostPages });
  const top = found.reduce((latest, { at }) => Math.max(latest, at), walk.under?.top ?? walk.since);
  const seen = new Set(walk.seen);
  const fresh = found.filter((entry) => !isBefore(entry, floor) && !seen.has(entry.id));
  const once = [...new Map(fresh.map((entry) => [entry.id, entry])).values()];
  const entries = once.reverse().sort((a, b) => a.at - b.at);
  const known = [...walk.seen, ...entries.map(({ id }) => id)].slice(-mostSeen);
  if (next === undefined) return { entries, walk: { since: top, seen: known }, more: false };
  return { entries, walk: { since: walk.since, seen: known, under: { page: next, top } }, more: true };
}

/** `next` is undefined when the walk has come to its end. */
async function walkThrough(
  list: BackList,
  from: string | undefined,
  { floor, mostPages }: { readonly floor: number; readonly mostPages: number },
): Promise<{ found: readonly Entry[]; next: string | undefined }> {
  const found: Entry[] = [];
  let next = from;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await list.page(next);
    found.push(...page.entries);
    const hasEnded = page.next === next || page.entries.some((entry) => isBefore(entry, floor));
    next = hasEnded ? undefined : page.next;
    if (next === undefined) break;
  }
  return { found, next };
}

function isBefore({ at }: Entry, floor: number): boolean {
  return at !== 0 && at < floor;
}

/** A walk from `from` on; nothing that was read counts as read. */
export function walkFrom(from: Date): Walk {
  return { since: from.getTime(), seen: [] };
}

/** Undefined for what is no walk: a first poll, or a cursor of another release. */
export function readWalk(value: unknown): Walk | undefined {
  const read = fields(value);
  const since = number(read['since']);
  if (since === undefined) return undefined;
  const under = fields(read['under']);
  const [page, top] = [text(under['page']), number(under['top'])];
  const seen = list(read['seen']).flatMap((one) => text(one) ?? []);
  return { since, seen, ...(page === undefined || top === undefined ? {} : { under: { page, top } }) };
}
