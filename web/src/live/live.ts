import type { Frame, LiveEvent, PresenceView } from '../../../src/contract/index.js';
import { LiveClient, type LiveState } from './live-client.js';
import { serverTime } from './server-now.js';
import type { Connect, LiveSocket, Look } from './socket.js';

export interface LiveStatus {
  state: LiveState;
  /** When this state began, and when the server was last heard; milliseconds of the server's clock. */
  since: number;
  heardAt: number;
}

interface LiveParts {
  connect: Connect;
  apply(events: readonly LiveEvent[]): void;
  reload(): Promise<string | null>;
  refused(): void;
}

/** In a busy hour fifty frames arrive in a second; the age of the data is told once in that time. */
const freshMs = 1000;

type PresenceMap = ReadonlyMap<string, PresenceView>;

/** The console's live link: one for each signed-in screen. */
export class Live {
  readonly client: LiveClient;
  #status: LiveStatus;
  #presence: PresenceMap = new Map();
  #here: Look = { ticketId: null, drafting: false, idle: false };
  #socket: LiveSocket | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly parts: LiveParts) {
    const now = serverTime.now();
    this.#status = { state: 'starting', since: now, heardAt: now };
    this.client = new LiveClient({
      hello: (cursor) => this.#socket?.hello(cursor) ?? Promise.resolve(null),
      apply: (events) => {
        parts.apply(events);
      },
      reload: () => parts.reload(),
      changed: (state) => {
        this.#become(state);
      },
    });
  }

  /** Gives the way to stop. */
  start(): () => void {
    this.#socket = this.parts.connect({
      connected: () => {
        this.client.connected();
        this.#socket?.presence(this.#here);
      },
      disconnected: () => {
        this.client.disconnected();
      },
      frame: (frame) => {
        this.#heard(frame);
      },
      resync: () => {
        this.client.resync();
      },
      presence: (view) => {
        this.#presence = new Map(this.#presence).set(view.ticketId, view);
        this.#tell();
      },
      refused: () => {
        this.parts.refused();
      },
    });
    return () => {
      this.#socket?.close();
      this.#socket = null;
    };
  }

  readonly status = (): LiveStatus => this.#status;
  readonly presence = (): PresenceMap => this.#presence;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Tells colleagues which ticket is open here, and whether its reply is being written or nobody looks. */
  lookAt(here: Look): void {
    this.#here = here;
    this.#socket?.presence(this.#here);
  }

  #heard(frame: Frame): void {
    serverTime.heard(frame.at);
    this.client.frame(frame);
    const now = serverTime.now();
    if (now - this.#status.heardAt < freshMs) return;
    this.#status = { ...this.#status, heardAt: now };
    this.#tell();
  }

  #become(state: LiveState): void {
    const now = serverTime.now();
    this.#status = { state, since: now, heardAt: state === 'live' ? now : this.#status.heardAt };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
