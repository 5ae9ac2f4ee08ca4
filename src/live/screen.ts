import {
  compareCursors,
  cursorText,
  type Actor,
  type Cursor,
  type Frame,
  type LiveEvent,
  type Place,
  type PresenceView,
  type Role,
} from '../contract/index.js';
import { newId } from '../platform/ids.js';
import type { Part } from './recent-feed.js';
import { visibleEvent } from './visible-event.js';

/** Whose screen it is. */
export interface Viewer extends Actor {
  readonly workspaceId: number;
  readonly sessionId: string;
}

/** How a screen is spoken to. */
export interface Wire {
  frame(frame: Frame): void;
  resync(reason: string): void;
  presence(view: PresenceView): void;
  /** The last word: it hangs up. */
  bye(reason: string): void;
  /** More waits to be taken by the other side than may be held for it. */
  readonly congested: boolean;
  /** Resolves when little waits any more, or nobody is there. */
  roomy(): Promise<void>;
}

/** The place in the feed that a screen has reached. */
interface Following {
  readonly epoch: string;
  /** The end of the last frame: where the next one begins. */
  told: Place;
  /** Up to where everything that it may see has been sent; what it may not see makes no frame. */
  heard: Place;
  catchingUp: boolean;
}

/** One console that is connected. */
export class Screen {
  readonly id = newId();
  #viewer: Viewer;
  #following: Following | null = null;

  constructor(
    viewer: Viewer,
    readonly wire: Wire,
  ) {
    this.#viewer = viewer;
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  /** Null when it follows nothing: it has not said hello, or was asked to load afresh. */
  get following(): Following | null {
    return this.#following;
  }

  follow({ epoch, xid, id }: Cursor): void {
    const place = { xid, id };
    this.#following = { epoch, told: place, heard: place, catchingUp: false };
  }

  unfollow(): void {
    this.#following = null;
  }

  /** What its session is worth now. Other rights show other tickets, which only loading afresh can bring. */
  hasRights({ role, epoch }: { role: Role; epoch: string }): void {
    if (role !== this.#viewer.role) {
      this.#viewer = { ...this.#viewer, role };
      this.resync('rights');
    }
    if (this.#following && this.#following.epoch !== epoch) this.resync('epoch');
  }

  /** Sends what it may see of the part, from where it is. */
  hear(part: Part, at: string): void {
    const following = this.#following;
    if (!following || compareCursors(part.to, following.heard) <= 0) return;
    const events = part.rows
      .filter((row) => compareCursors(row, following.heard) > 0)
      .map((row) => visibleEvent(this.#viewer, row))
      .filter((event) => event !== null);
    following.heard = part.to;
    if (events.length > 0) this.send(following, events, at);
  }

  /** Proves that the line lives, and moves the cursor over what was not for this screen. */
  beat(at: string): void {
    if (this.#following) this.send(this.#following, [], at);
  }

  /** Asks it to load afresh, where it was following. */
  resync(reason: string): void {
    if (!this.#following) return;
    this.#following = null;
    this.wire.resync(reason);
  }

  private send(following: Following, events: LiveEvent[], at: string): void {
    if (this.wire.congested) {
      // Loading afresh costs less than all it has not taken yet, which would be held in memory meanwhile.
      this.resync('slow');
      return;
    }
    const { epoch, told, heard } = following;
    this.wire.frame({ from: cursorText({ epoch, ...told }), to: cursorText({ epoch, ...heard }), events, at });
    following.told = heard;
  }
}
