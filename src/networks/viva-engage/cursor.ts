import { parseJson } from '../../platform/json.js';
import { fields, number, text } from '../kit/read.js';

/** The newest message that was read in each feed; and where a look back to a date goes no further. */
export interface Cursor {
  readonly newest: Readonly<Record<string, string>>;
  /** Milliseconds; messages from before are not news. Null where the newest say enough. */
  readonly from: number | null;
}

export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** No cursor, or one that cannot be read, is one that begins now. */
export function readCursor(cursor: string | null): Cursor {
  const read = fields(cursor === null ? null : parsed(cursor));
  const newest = Object.entries(fields(read['newest'])).flatMap(([feed, one]) => {
    const known = text(one);
    return known === undefined ? [] : [[feed, known] as const];
  });
  return { newest: Object.fromEntries(newest), from: number(read['from']) ?? null };
}

export function pollFrom(from: Date): string {
  return writeCursor({ newest: {}, from: from.getTime() });
}

function parsed(cursor: string): unknown {
  try {
    return parseJson(cursor);
  } catch {
    // Not ours, or damaged: the look back of a first poll is the best that can be done.
    return null;
  }
}
