import { Injectable } from '@nestjs/common';
import { compareCursors, type Place } from '../contract/index.js';
import type { FeedRow } from '../store/feed/feed.store.js';

const mostRows = 2000;

/** A run of one workspace's events: all there are up to `to`. */
export interface Part {
  readonly rows: readonly FeedRow[];
  readonly to: Place;
}

/** The last events that this process read, so that screens which return after a moment cost the database nothing. */
@Injectable()
export class RecentFeed {
  #rows: FeedRow[] = [];
  #since: Place | null = null;
  #end: Place | null = null;

  /** How far this process has read; null before it has begun. */
  get end(): Place | null {
    return this.#end;
  }

  startAt(place: Place): void {
    this.#rows = [];
    this.#since = place;
    this.#end = place;
  }

  add(rows: readonly FeedRow[], to: Place): void {
    this.#rows.push(...rows);
    this.#end = to;
    if (this.#rows.length <= mostRows) return;
    // Half of them at once: cutting one from the front for each new one would copy them all each time.
    const dropped = this.#rows.splice(0, this.#rows.length - mostRows / 2).at(-1);
    if (dropped) this.#since = { xid: dropped.xid, id: dropped.id };
  }

  /** What a workspace was told after a place; null when not all of that is known here any more. */
  after(place: Place, ask: { workspaceId: number; limit: number }): Part | null {
    if (this.#since === null || this.#end === null || compareCursors(place, this.#since) < 0) return null;
    const rows = this.#rows.filter((row) => row.workspaceId === ask.workspaceId && compareCursors(row, place) > 0);
    const part = rows.slice(0, ask.limit);
    const last = part.at(-1);
    return { rows: part, to: last && part.length < rows.length ? { xid: last.xid, id: last.id } : this.#end };
  }
}
