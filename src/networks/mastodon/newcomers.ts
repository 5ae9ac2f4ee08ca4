import type { Fields } from '../kit/read.js';
import { dateMark, type Mark } from './cursor.js';

export interface Entry extends Mark {
  readonly value: Fields;
}

/** A list of the server that is paged by id. Pages come in any order, and may ignore what they are asked. */
export interface PagedList {
  page(query: Readonly<Record<string, string>>): Promise<readonly Entry[]>;
}

export interface Newcomers {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** What to compare with next time. */
  readonly known: readonly Mark[];
  readonly more: boolean;
}

interface Stretch {
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

const keptMarks = 60;
const mostMarks = 500;
/** Entries whose id was given out before, but which became visible later, are found in this overlap. */
const overlap = 10;
const mostPages = 50;

/**
 * The entries that are not among `known`, at most `most` of them. One call when nothing or little has happened:
 * the newest page reaches what is known. Otherwise the gap is walked with `min_id`, or with `max_id` on a server
 * that does not honour it, and nothing in between is left out.
 */
export async function newcomers(list: PagedList, known: readonly Mark[], most: number): Promise<Newcomers> {
  const newest = inOrder(await list.page({}));
  const stretch = touches(newest, known)
    ? { entries: newest, more: false }
    : await bridge(list, { newest, known, most });
  const keys = new Set(known.map((mark) => mark.key));
  // Older than all that is remembered: it has been seen, or it was there before we were.
  const floor = known[0]?.at ?? 0;
  const fresh = stretch.entries.filter((entry) => !keys.has(entry.key) && entry.at >= floor);
  const entries = fresh.slice(0, most);
  return {
    entries,
    known: remember(known, entries, newest.length),
    more: stretch.more || fresh.length > entries.length,
  };
}

/** The newest page, all of it remembered: where a new account begins. */
export async function beginning(list: PagedList): Promise<Newcomers> {
  const entries = inOrder(await list.page({}));
  return { entries, known: remember([], entries, entries.length), more: false };
}

interface Gap {
  readonly newest: readonly Entry[];
  readonly known: readonly Mark[];
  readonly most: number;
}

async function bridge(list: PagedList, gap: Gap): Promise<Stretch> {
  if (gap.newest.length === 0) return { entries: [], more: false };
  return (await forward(list, gap)) ?? (await backward(list, gap));
}

/** Undefined when `min_id` is not honoured: its page must begin among what is known. */
async function forward(list: PagedList, { known, most }: Gap): Promise<Stretch | undefined> {
  const anchor = known[Math.max(0, known.length - overlap)];
  if (anchor === undefined || anchor.id === dateMark) return undefined;
  let page = inOrder(await list.page({ min_id: anchor.id }));
  if (!touches(page, known)) return undefined;
  const keys = new Set(known.map((mark) => mark.key));
  const entries: Entry[] = [];
  for (let count = 0; count < mostPages; count += 1) {
    entries.push(...page);
    const last = page.at(-1);
    if (last === undefined || entries.filter((entry) => !keys.has(entry.key)).length >= most) break;
    const next = inOrder(await list.page({ min_id: last.id }));
    if (next.at(-1)?.id === last.id) break;
    page = next;
  }
  return {
    entries: unique(entries),
    more: entries.some((entry) => !keys.has(entry.key)),
  };
}

async function backward(list: PagedList, { newest, known }: Gap): Promise<Stretch> {
  let entries = newest;
  for (let count = 0; count < mostPages; count += 1) {
    const oldest = entries[0];
    if (oldest === undefined || isBefore(oldest, known[0])) break;
    const older = inOrder(await list.page({ max_id: oldest.id }));
    const longer = unique([...older, ...entries]);
    if (longer.length === entries.length) break;
    entries = longer;
    if (touches(older, known)) break;
  }
  return { entries: inOrder(entries), more: false };
}

function touches(entries: readonly Entry[], known: readonly Mark[]): boolean {
  const ids = new Set(known.map((mark) => mark.id));
  return entries.some((entry) => ids.has(entry.id));
}

function isBefore(entry: Entry, mark: Mark | undefined): boolean {
  return mark !== undefined && entry.at < mark.at;
}

function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [`${entry.id} ${entry.key}`, entry])).values()];
}

function inOrder<T extends Mark>(marks: readonly T[]): T[] {
  return [...marks].sort((a, b) => a.at - b.at || byId(a.id, b.id));
}

/** Numbers, ULIDs and flake ids all grow: the longer is the later, then the alphabet decides. */
function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** As many as a page has, at least, or the next one would not be recognised. */
function remember(known: readonly Mark[], entries: readonly Entry[], page: number): Mark[] {
  const marks = new Map(known.map((mark) => [mark.id, mark]));
  for (const { id, at, key } of entries) marks.set(id, { id, at, key });
  return inOrder([...marks.values()]).slice(-Math.min(mostMarks, Math.max(keptMarks, page)));
}
