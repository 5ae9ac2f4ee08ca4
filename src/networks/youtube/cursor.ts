import { feedFrom, packFeed, readFeed, type FeedCursor } from '../kit/feed.js';
import { objectIn } from '../kit/json.js';
import { fields, number, text } from '../kit/read.js';
import { readSpending, type Spending } from './plan.js';

/** How far a channel has been read. */
export interface Cursor {
  readonly comments: FeedCursor;
  readonly held: FeedCursor;
  readonly spam: FeedCursor;
  readonly live: LiveCursor | undefined;
  readonly spending: Spending | undefined;
  /** Counts the polls: what is seldom worth a unit is asked for in turn. */
  readonly turn: number;
}

export interface LiveCursor {
  readonly chat: string;
  readonly page: string | undefined;
}

export function readCursor(cursor: string | null): Cursor {
  const read = objectIn(cursor);
  const live = fields(read['live']);
  const chat = text(live['chat']);
  return {
    comments: readFeed(read['comments']),
    held: readFeed(read['held']),
    spam: readFeed(read['spam']),
    live: chat === undefined ? undefined : { chat, page: text(live['page']) },
    spending: readSpending(read['spending']),
    turn: number(read['turn']) ?? 0,
  };
}

export function writeCursor(cursor: Cursor): string {
  const { comments, held, spam, ...rest } = cursor;
  return JSON.stringify({ ...rest, comments: packFeed(comments), held: packFeed(held), spam: packFeed(spam) });
}

export function cursorFrom(from: Date, cursor: string | null): string {
  const before = readCursor(cursor);
  const { comments, held, spam } = before;
  return writeCursor({
    ...before,
    comments: feedFrom(from, comments),
    held: feedFrom(from, held),
    spam: feedFrom(from, spam),
  });
}
