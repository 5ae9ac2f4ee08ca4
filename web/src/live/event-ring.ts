import { compareCursors, readCursor, type LiveEvent } from '../../../src/contract/index.js';

interface Heard {
  to: string;
  events: readonly LiveEvent[];
}

const size = 2000;

/**
 * The last events that this screen was told, so that an answer of the server that was read before them can be
 * brought up to date. It holds every event after `since`.
 */
export class EventRing {
  #heard: Heard[] = [];
  #count = 0;
  #since: string | null = null;

  /** Begins anew at a place in the feed; what was heard before it is forgotten. */
  startAt(cursor: string): void {
    this.#heard = [];
    this.#count = 0;
    this.#since = cursor;
  }

  add(events: readonly LiveEvent[], to: string): void {
    if (events.length === 0) return;
    this.#heard.push({ to, events });
    this.#count += events.length;
    while (this.#count > size) this.#forgetOldest();
  }

  /**
   * The events that an answer read at `cursor` may lack; null when they are no longer all known, and the
   * answer must be asked for again. Some may be known to it already: applying them changes nothing.
   */
  newerThan(cursor: string): LiveEvent[] | null {
    if (this.#since === null) return [];
    const [asked, since] = [readCursor(cursor), readCursor(this.#since)];
    if (!asked || !since || asked.epoch !== since.epoch) return null;
    if (compareCursors(asked, since) < 0) return null;
    return this.#heard.filter(({ to }) => isAfter(to, cursor)).flatMap(({ events }) => events);
  }

  #forgetOldest(): void {
    const oldest = this.#heard.shift();
    if (!oldest) return;
    this.#count -= oldest.events.length;
    this.#since = oldest.to;
  }
}

function isAfter(one: string, other: string): boolean {
  const [left, right] = [readCursor(one), readCursor(other)];
  return left !== null && right !== null && compareCursors(left, right) > 0;
}

interface Dated {
  cursor: string;
}

/** Loads a screen and brings it up to what has been heard since it was read. */
export async function loadCurrent<T extends Dated>(
  ring: EventRing,
  load: () => Promise<T>,
  apply: (screen: T, event: LiveEvent) => T,
): Promise<T> {
  const first = await load();
  const missed = ring.newerThan(first.cursor);
  if (missed) return missed.reduce(apply, first);
  const again = await load();
  return (ring.newerThan(again.cursor) ?? []).reduce(apply, again);
}
