import { parseJson } from '../../platform/json.js';
import { fields, flag, list, number, text } from '../kit/read.js';

/** One entry of a list, as remembered: ids of these servers are opaque, so the last ones are kept whole. */
export interface Mark {
  readonly id: string;
  /** Milliseconds, the server's clock; 0 when it does not say. */
  readonly at: number;
  /** Id and edition of what it was about. */
  readonly key: string;
}

/** How far the account has been read. */
export interface Cursor {
  /** Null until the server has listed them once: what it lists then is old. */
  readonly seen: readonly Mark[] | null;
  readonly own: readonly Mark[] | null;
  /** Messages of the last day, in the order in which they are to be read again. */
  readonly watched: readonly Mark[];
  /** The server has no filter by type, or knows other types than Mastodon's. */
  readonly isUnfiltered: boolean;
  /** The server has answered a single status before, so that a 404 means that one is gone. */
  readonly answersStatuses: boolean;
}

export function writeCursor(cursor: Cursor): string {
  return JSON.stringify({
    ...cursor,
    seen: cursor.seen?.map(packed) ?? null,
    own: cursor.own?.map(packed) ?? null,
    watched: cursor.watched.map(packed),
  });
}

/** No cursor, or one of a release that wrote it differently, is one that begins now. */
export function readCursor(cursor: string | null): Cursor {
  const read = fields(cursor === null ? null : parsed(cursor));
  return {
    seen: marksOrNull(read['seen']),
    own: marksOrNull(read['own']),
    watched: marks(read['watched']),
    isUnfiltered: flag(read['isUnfiltered']) ?? false,
    answersStatuses: flag(read['answersStatuses']) ?? false,
  };
}

/** Stands where an id would, in a mark that is only a date to go back to: no server gives out such an id. */
export const dateMark = '-';

/** As if nothing after `from` had been read; what was is recognised when it comes again. */
export function cursorFrom(from: Date, cursor: string | null): string {
  const start = [{ id: dateMark, at: from.getTime(), key: dateMark }];
  return writeCursor({ ...readCursor(cursor), seen: start, own: start });
}

function parsed(cursor: string): unknown {
  try {
    return parseJson(cursor);
  } catch {
    // Not ours, or damaged: the look back of a first poll is the best that can be done.
    return null;
  }
}

function packed({ id, at, key }: Mark): readonly [string, number, string] {
  return [id, at, key];
}

function marksOrNull(value: unknown): Mark[] | null {
  return Array.isArray(value) ? marks(value) : null;
}

function marks(value: unknown): Mark[] {
  return list(value).flatMap((one) => {
    const [markId, at, key] = list(one);
    const id = text(markId);
    return id === undefined ? [] : [{ id, at: number(at) ?? 0, key: text(key) ?? '' }];
  });
}
