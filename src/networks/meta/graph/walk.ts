import type { Http } from '../../../platform/http/http.js';
import { SendFailure } from '../../kit/failure.js';
import type { Fields } from '../../kit/read.js';
import type { Fetched, Page } from '../../kit/source.js';
import { readCursor, writeCursor, type Cursor, type Walk } from './cursor.js';
import { isGone } from './failures.js';
import { meter, type Meter } from './meter.js';

/** Meta lists what is new some moments after it says so, and its times are whole seconds. */
const slackMs = 2 * 60_000;
const lookBackMs = 60 * 60_000;
const readsPerPoll = 20;

export interface Part {
  readonly items: readonly Fetched[];
  /** Where to go on; undefined at the end of what is new. */
  readonly after?: string | undefined;
}

interface Begun {
  readonly items: readonly Fetched[];
  readonly places: readonly string[];
  readonly memory?: Fields;
}

/** How one network finds what is new: the places where something happened, then each place. */
export interface Walker {
  /** `from` is null the first time, when Meta's clock is not known yet. */
  begin(from: number | null, gauge: Meter, memory?: Fields): Promise<Begun>;
  read(place: string, part: { readonly from: number; readonly after: string | undefined }, http: Http): Promise<Part>;
}

/**
 * Reads everything since the last walk began, so that what arrives meanwhile is found by the next one. Graph cannot be
 * asked what has changed: the places are listed, and each that was touched is read back to the beginning of the walk.
 */
export async function walk(cursor: string | null, walker: Walker, http: Http): Promise<Page> {
  const gauge = meter(http);
  const { since, walk: unfinished, memory } = readCursor(cursor);
  const begun =
    unfinished === undefined ? await begin({ since, memory }, walker, gauge) : { items: [], walk: unfinished, memory };
  const items = [...begun.items];
  let current = begun.walk;
  for (let reads = 0; reads < readsPerPoll && current.places.length > 0; reads += 1) {
    const { part, next } = await step(current, walker, gauge);
    items.push(...part.items);
    current = next;
  }
  const isDone = current.places.length === 0;
  const after = isDone ? { since: current.startedAt, walk: undefined } : { since, walk: current };
  const budget = gauge.budget();
  return {
    items: [...new Map(items.map((item) => [item.key, item])).values()],
    cursor: writeCursor({ ...after, memory: begun.memory }),
    more: !isDone,
    ...(budget === undefined ? {} : { budget }),
  };
}

async function begin(
  { since, memory: known }: Pick<Cursor, 'since' | 'memory'>,
  walker: Walker,
  gauge: Meter,
): Promise<{ items: Fetched[]; walk: Walk; memory: Fields | undefined }> {
  const { items, places, memory } = await walker.begin(since === null ? null : since - slackMs, gauge, known);
  const startedAt = gauge.now()?.getTime() ?? since ?? 0;
  const from = since === null ? startedAt - lookBackMs : since - slackMs;
  return { items: [...items], walk: { startedAt, from, places, after: undefined }, memory };
}

async function step(current: Walk, walker: Walker, gauge: Meter): Promise<{ part: Part; next: Walk }> {
  const [place = '', ...others] = current.places;
  const part = await readOrSkip(current, walker, gauge);
  const isLast = part.after === undefined;
  return { part, next: { ...current, places: isLast ? others : [place, ...others], after: part.after } };
}

/** What is gone by now, or was never ours to read, must not hold up the rest. */
async function readOrSkip(current: Walk, walker: Walker, gauge: Meter): Promise<Part> {
  const [place = ''] = current.places;
  try {
    return await walker.read(place, current, gauge.http);
  } catch (error) {
    if (isGone(error) || (error instanceof SendFailure && error.kind === 'rejected')) return { items: [] };
    throw error;
  }
}

/** For a list that a missing right must not make an obstacle of: what that right is for is told by the check. */
export async function ifAllowed<T, U>(task: () => Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await task();
  } catch (error) {
    const isDead = error instanceof SendFailure && /^(?:190|102)\b/u.test(error.code);
    const isRefused = error instanceof SendFailure && (error.kind === 'rejected' || error.kind === 'needs-reauth');
    if (isRefused && !isDead) return otherwise;
    throw error;
  }
}
