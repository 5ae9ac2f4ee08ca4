import { parseJson } from '../../platform/json.js';
import { fields, list, number, text } from '../kit/read.js';

/** How far the account has been read. */
export interface Cursor {
  /** Nothing written before this is news, in milliseconds of Reddit's clock; null before the first poll. */
  readonly since: number | null;
  /** Names and editions that were told already. */
  readonly told: readonly string[];
  /** Things of the last day that are looked at again: Reddit tells of no edit and of no deletion. */
  readonly watched: readonly string[];
}

const mostTold = 2000;
const mostWatched = 300;

export function writeCursor({ since, told, watched }: Cursor): string {
  return JSON.stringify({ since, told: told.slice(-mostTold), watched: watched.slice(-mostWatched) });
}

/** No cursor, or one that cannot be read, is one that begins now. */
export function readCursor(cursor: string | null): Cursor {
  const read = fields(cursor === null ? null : parsed(cursor));
  const words = (value: unknown) => list(value).flatMap((one) => text(one) ?? []);
  return { since: number(read['since']) ?? null, told: words(read['told']), watched: words(read['watched']) };
}

/** As if nothing after `from` had been told. */
export function pollFrom(from: Date, cursor: string | null): string {
  return writeCursor({ ...readCursor(cursor), since: from.getTime(), told: [] });
}

function parsed(cursor: string): unknown {
  try {
    return parseJson(cursor);
  } catch {
    // Not ours, or damaged: the look back of a first poll is the best that can be done.
    return null;
  }
}
