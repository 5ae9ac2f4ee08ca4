import { parseJson } from '../../../platform/json.js';
import { fields, list, number, record, text, type Fields } from '../../kit/read.js';

/** A walk through what has changed, perhaps not finished: it goes on at the next poll. */
export interface Walk {
  /** Meta's clock at its beginning: where the next walk looks from. */
  readonly startedAt: number;
  readonly from: number;
  /** What is still to be read, the first of them from `after` on. */
  readonly places: readonly string[];
  readonly after: string | undefined;
}

export interface Cursor {
  /** Everything before was read, in milliseconds of Meta's clock; null before the first walk. */
  readonly since: number | null;
  readonly walk: Walk | undefined;
  /** What a network keeps to know what has changed. */
  readonly memory?: Fields | undefined;
}

export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** No cursor, or one that cannot be read, is one that begins now. */
export function readCursor(cursor: string | null): Cursor {
  const read = fields(cursor === null ? null : parsed(cursor));
  const walk = record(read['walk']);
  return {
    since: number(read['since']) ?? null,
    walk: walk && {
      startedAt: number(walk['startedAt']) ?? 0,
      from: number(walk['from']) ?? 0,
      places: list(walk['places']).flatMap((place) => text(place) ?? []),
      after: text(walk['after']),
    },
    memory: record(read['memory']),
  };
}

/** A walk from `from` on; one that was under way is dropped, for it would end after that. */
export function cursorFrom(from: Date): string {
  return writeCursor({ since: from.getTime(), walk: undefined });
}

function parsed(cursor: string): unknown {
  try {
    return parseJson(cursor);
  } catch {
    // Not ours, or damaged: the look back of a first poll is the best that can be done.
    return null;
  }
}
