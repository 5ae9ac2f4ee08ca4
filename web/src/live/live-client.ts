import {
  compareCursors,
  readCursor,
  type Frame,
  type HelloAnswer,
  type LiveEvent,
} from '../../../src/contract/index.js';
import { EventRing } from './event-ring.js';

/** `live` only when everything up to the server's last frame is on the screen. */
export type LiveState = 'starting' | 'live' | 'catching-up' | 'reloading' | 'lost';

export interface LiveDoors {
  /** Asks the server to go on from a cursor; null when it did not answer in time. */
  hello(cursor: string): Promise<HelloAnswer | null>;
  apply(events: readonly LiveEvent[], frame: Frame): void;
  /** Loads what is visible afresh; gives the oldest cursor of the answers, or null when it could not. */
  reload(): Promise<string | null>;
  changed(state: LiveState): void;
}

/**
 * Follows the feed without a gap: a frame counts only if it begins where the last one ended. Anything else is
 * either known already, or a gap that is asked for again.
 */
export class LiveClient {
  readonly ring = new EventRing();
  #cursor: string | null = null;
  #connected = false;
  #asking = false;
  #state: LiveState = 'starting';

  constructor(private readonly doors: LiveDoors) {}

  get state(): LiveState {
    return this.#state;
  }

  connected(): void {
    this.#connected = true;
    if (this.#state === 'reloading') this.#reload();
    else this.#ask();
  }

  disconnected(): void {
    this.#connected = false;
    this.#asking = false;
    if (this.#state !== 'reloading') this.#become('lost');
  }

  /**
   * A snapshot was loaded. The first one is where following begins; later ones are brought up to date by the
   * ring instead, because beginning at a newer one would skip what the older screen lacks.
   */
  loaded(cursor: string): void {
    if (this.#cursor !== null) return;
    this.#startAt(cursor);
    this.#ask();
  }

  frame(frame: Frame): void {
    if (this.#state === 'reloading' || this.#cursor === null) return;
    if (frame.from !== this.#cursor) {
      if (!isKnown(frame.to, this.#cursor)) this.#ask();
      return;
    }
    this.#cursor = frame.to;
    this.ring.add(frame.events, frame.to);
    this.doors.apply(frame.events, frame);
  }

  resync(): void {
    this.#reload();
  }

  #startAt(cursor: string): void {
    this.#cursor = cursor;
    this.ring.startAt(cursor);
  }

  #ask(): void {
    const cursor = this.#cursor;
    if (!this.#connected || this.#asking || cursor === null) return;
    this.#asking = true;
    this.#become('catching-up');
    void this.doors.hello(cursor).then((answer) => {
      this.#answered(answer);
    });
  }

  #answered(answer: HelloAnswer | null): void {
    if (!this.#asking) return;
    this.#asking = false;
    if (answer === null) this.#ask();
    else if (answer.ok) this.#become('live');
    else this.#reload();
  }

  #reload(): void {
    if (!this.#connected) return;
    this.#asking = false;
    this.#become('reloading');
    void this.doors.reload().then((cursor) => {
      this.#reloaded(cursor);
    });
  }

  /** Without a cursor (the load failed) it stays `reloading`, and the next connection tries again. */
  #reloaded(cursor: string | null): void {
    if (this.#state !== 'reloading' || cursor === null) return;
    this.#startAt(cursor);
    this.#become(this.#connected ? 'catching-up' : 'lost');
    this.#ask();
  }

  #become(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.doors.changed(state);
  }
}

function isKnown(to: string, cursor: string): boolean {
  const [left, right] = [readCursor(to), readCursor(cursor)];
  return left !== null && right !== null && left.epoch === right.epoch && compareCursors(left, right) <= 0;
}
