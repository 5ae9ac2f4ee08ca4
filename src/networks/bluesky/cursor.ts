import { objectIn } from '../kit/json.js';
import { fields, list, text } from '../kit/read.js';
import { readWalk, walkFrom, type Walk } from '../kit/walk.js';
import { tidOf } from './address.js';

/** A post of the last day that is looked at again. */
export interface Watched {
  readonly uri: string;
  readonly at: number;
  /** It was not there when it was last looked at: once is an accident, twice is a deletion. */
  readonly isMissed?: boolean;
}

/** How far the account has been read. Undefined: not yet. */
export interface Cursor {
  readonly notifications: Walk | undefined;
  readonly own: Walk | undefined;
  /** The `rev` in the log of private conversations. */
  readonly chat: string | undefined;
  readonly watched: readonly Watched[];
}

export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

export function readCursor(cursor: string | null): Cursor {
  const read = objectIn(cursor);
  return {
    notifications: readWalk(read['notifications']),
    own: readWalk(read['own']),
    chat: text(read['chat']),
    watched: list(read['watched']).flatMap((one) => {
      const { uri, at, isMissed } = fields(one);
      return typeof uri === 'string' && typeof at === 'number' ? [{ uri, at, isMissed: isMissed === true }] : [];
    }),
  };
}

/** As if nothing after `from` had been read; what was is recognised when it comes again. */
export function cursorFrom(from: Date, cursor: string | null): string {
  const walk = walkFrom(from);
  // A TID of that instant: the log's places are in the same order (atproto.com/specs/tid).
  return writeCursor({
    ...readCursor(cursor),
    notifications: walk,
    own: walk,
    chat: tidOf(BigInt(from.getTime()) * 1000n, 0n),
  });
}
