import { io, type Socket } from 'socket.io-client';
import type { Frame, HelloAnswer, LiveEvent, PresenceView } from '../../src/contract/index.js';
import { LiveClient, type LiveState } from '../../web/src/live/live-client.js';

interface Asked {
  readonly url: string;
  /** Null: by the cookie among the headers, as a browser does. */
  readonly token: string | null;
  /** Loads what the screen shows, and gives the cursor of the answer. */
  load(): Promise<string>;
  apply?(events: readonly LiveEvent[]): void;
  headers?: Record<string, string>;
}

/** The console's own way of following the feed, on a real socket and without a browser. */
export class LiveConsole {
  readonly client: LiveClient;
  readonly frames: Frame[] = [];
  readonly events: LiveEvent[] = [];
  readonly answers: HelloAnswer[] = [];
  readonly resyncs: string[] = [];
  readonly byes: string[] = [];
  readonly presence = new Map<string, PresenceView['agents']>();
  readonly pens = new Map<string, PresenceView['pen']>();
  refused: string | null = null;
  private readonly socket: Socket;
  private readonly waiting = new Set<() => void>();

  constructor(asked: Asked) {
    this.client = new LiveClient({
      hello: (cursor) => this.hello(cursor),
      apply: (events) => {
        this.events.push(...events);
        asked.apply?.(events);
      },
      reload: async () => {
        const cursor = await asked.load();
        this.tell();
        return cursor;
      },
      changed: () => {
        this.tell();
      },
    });
    this.socket = io(`${asked.url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      auth: asked.token === null ? {} : { token: asked.token },
      extraHeaders: asked.headers ?? {},
    });
    this.listen();
  }

  /** Loaded, connected and up to date. */
  static async open(asked: Asked): Promise<LiveConsole> {
    const console = new LiveConsole(asked);
    console.client.loaded(await asked.load());
    await console.until(() => console.client.state === 'live');
    return console;
  }

  get state(): LiveState {
    return this.client.state;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Looks again whenever something has come in. */
  until(isSo: () => boolean): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
    });
  }

  look(ticketId: string | null, drafting = false): void {
    this.socket.emit('presence', { ticketId, drafting });
  }

  /** Anything at all, to see what the server makes of it. */
  say(word: string, ...what: unknown[]): void {
    this.socket.emit(word, ...what);
  }

  async hello(cursor: string): Promise<HelloAnswer | null> {
    const answer: HelloAnswer | null = await this.socket
      .timeout(8000)
      .emitWithAck('hello', { cursor })
      .catch(() => null);
    if (answer) this.answers.push(answer);
    return answer;
  }

  /** The line breaks; the console returns by itself. */
  breakLine(): void {
    this.socket.io.engine.close();
  }

  leave(): void {
    this.socket.disconnect();
  }

  comeBack(): void {
    this.socket.connect();
  }

  /** Takes nothing from the line until `resume`, like a computer that sleeps. */
  pause(): void {
    this.line.pause();
  }

  resume(): void {
    this.line.resume();
  }

  private get line(): { pause(): void; resume(): void } {
    const { transport } = this.socket.io.engine;
    // The WebSocket of the `ws` package; socket.io has no name for it in its types.
    if (!('ws' in transport) || !canPause(transport.ws)) throw new Error('there is no line');
    return transport.ws;
  }

  private listen(): void {
    this.socket.on('connect', () => {
      this.client.connected();
    });
    this.socket.on('disconnect', () => {
      this.client.disconnected();
    });
    this.socket.on('connect_error', (error) => {
      this.refused = error.message;
    });
    this.socket.on('frame', (frame: Frame) => {
      this.frames.push(frame);
      this.client.frame(frame);
    });
    this.socket.on('resync', ({ reason }: { reason: string }) => {
      this.resyncs.push(reason);
      this.client.resync();
    });
    this.socket.on('bye', ({ reason }: { reason: string }) => {
      this.byes.push(reason);
    });
    this.socket.on('presence', ({ ticketId, agents, pen }: PresenceView) => {
      this.presence.set(ticketId, agents);
      this.pens.set(ticketId, pen);
    });
    for (const word of ['connect', 'disconnect', 'connect_error', 'frame', 'resync', 'bye', 'presence']) {
      this.socket.on(word, () => {
        this.tell();
      });
    }
  }

  private tell(): void {
    for (const look of [...this.waiting]) look();
  }
}

function canPause(line: unknown): line is { pause(): void; resume(): void } {
  return typeof line === 'object' && line !== null && 'pause' in line && 'resume' in line;
}
