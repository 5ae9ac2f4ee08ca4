import { randomUUIDv7 } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import type { InboundEvent, MessageArrived } from '../../../src/domain/message/inbound-event.js';
import type { AccountAccess } from '../../../src/networks/kit/account.js';
import { SendFailure } from '../../../src/networks/kit/failure.js';
import type { Network } from '../../../src/networks/kit/network.js';
import type { OutboundMessage } from '../../../src/networks/kit/outbound.js';
import type { Fetched, StreamPort } from '../../../src/networks/kit/source.js';
import type { HttpClient } from '../../../src/platform/http/http-client.js';
import { SocketClient } from '../../../src/platform/http/socket-client.js';

/** Reads a network as the product does: what was fetched is stored once by its key, then parsed. */
export class Reader {
  readonly stored = new Map<string, Fetched>();
  cursor: string | null = null;
  private readonly ending = new AbortController();

  constructor(
    private readonly network: Network,
    readonly account: AccountAccess,
    private readonly http: HttpClient,
  ) {}

  /** Polls until nothing more is to be had; answers the keys that were new. */
  async catchUp(): Promise<string[]> {
    const fresh: string[] = [];
    for (let polls = 0; polls < 100; polls += 1) {
      const page = await this.network.poll?.(this.cursor, this.account, this.http);
      if (page === undefined) throw new Error('the network has no poll');
      for (const item of page.items) if (this.store(item)) fresh.push(item.key);
      this.cursor = page.cursor;
      if (!page.more) break;
    }
    return fresh;
  }

  store(item: Fetched): boolean {
    if (this.stored.has(item.key)) return false;
    this.stored.set(item.key, { key: item.key, body: JSON.parse(JSON.stringify(item.body)) });
    return true;
  }

  events(): InboundEvent[] {
    return [...this.stored.values()].flatMap(({ body }) => this.network.parse(body, this.account.externalId));
  }

  messages(): MessageArrived[] {
    return this.events().filter((event) => event.kind === 'message');
  }

  theirs(): MessageArrived[] {
    return this.messages().filter(({ from }) => from !== 'us');
  }

  last(): MessageArrived {
    const last = this.theirs().at(-1);
    if (last === undefined) throw new Error('nobody has written');
    return last;
  }

  /** Ends what listens, also when a test has failed. */
  close(): void {
    this.ending.abort();
  }

  /** A stream as the product keeps it: opened again whenever it ends, and polling when it is woken. */
  listen(): { stop(): Promise<void> } {
    const { ending } = this;
    let polling: Promise<unknown> = Promise.resolve();
    const port: StreamPort = {
      http: this.http,
      sockets: new SocketClient({ allowPrivateNetwork: true }),
      signal: ending.signal,
      wake: () => {
        polling = polling.then(() => this.catchUp());
      },
      deliver: (item) => {
        this.store(item);
        return Promise.resolve();
      },
    };
    const done = (async () => {
      while (!ending.signal.aborted) {
        await this.network.stream?.(this.account, port).catch(async (error: unknown) => {
          // That a stream cannot be had is no news: the product opens it again.
          if (!(error instanceof SendFailure)) throw error;
          await setTimeout(2);
        });
      }
    })();
    return {
      stop: async () => {
        ending.abort();
        await done;
        await polling;
      },
    };
  }
}

/** What a reply of an agent to a message looks like when it reaches the connector. */
export function replyTo(message: MessageArrived, change: Partial<OutboundMessage> = {}): OutboundMessage {
  if (message.from === 'us') throw new Error('a reply answers somebody else');
  const { id, handle } = message.from;
  return {
    id: randomUUIDv7(),
    space: message.thread.space,
    text: 'We are looking into it.',
    files: [],
    thread: message.thread.key,
    to: { id, ...(handle === undefined ? {} : { handle }) },
    answers: message.id,
    lastInboundAt: message.sentAt,
    startedAt: new Date(),
    ...(message.thread.post === undefined ? {} : { post: message.thread.post.id }),
    ...change,
  };
}
