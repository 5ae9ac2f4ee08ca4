import { randomUUID } from 'node:crypto';

import type { InboundEvent, MessageArrived } from '../../../src/domain/message/inbound-event.js';
import type { AccountAccess } from '../../../src/networks/kit/account.js';
import type { OutboundMessage } from '../../../src/networks/kit/outbound.js';
import type { Fetched } from '../../../src/networks/kit/source.js';
import { parse } from '../../../src/networks/mastodon/parse.js';
import { poll } from '../../../src/networks/mastodon/poll.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import { SocketClient } from '../../../src/platform/http/socket-client.js';
import type { CustomerStatus } from '../../../src/simulator/mastodon/customers.js';
import { startMastodonSimulator, type SimulatorOptions } from '../../../src/simulator/mastodon/simulator.js';
import type { MastodonSimulator } from '../../../src/simulator/mastodon/mastodon-simulator.js';

/** A simulated server with one account of ours, and the connector that speaks for it. */
export interface Mastodon {
  readonly server: MastodonSimulator;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly sockets: SocketClient;
  readonly reader: Reader;
  stop(): Promise<void>;
}

export async function givenMastodon(options: Partial<SimulatorOptions> = {}): Promise<Mastodon> {
  const server = await startMastodonSimulator({ now: () => new Date(), ...options });
  const account = accessOf(server, server.addAccount({ username: 'northline' }));
  const http = new HttpClient({ allowPrivateNetwork: true });
  const sockets = new SocketClient({ allowPrivateNetwork: true });
  return {
    server,
    account,
    http,
    sockets,
    reader: new Reader(account, http),
    stop: async () => {
      await http.close();
      await server.stop();
    },
  };
}

export function accessOf(
  server: MastodonSimulator,
  ours: { readonly id: string; readonly accessToken: string },
): AccountAccess {
  return {
    externalId: ours.id,
    apiBase: server.url,
    app: {},
    settings: { server: server.url, accessToken: ours.accessToken },
    limits: {},
  };
}

/** What a reply of an agent to a customer's status looks like when it reaches the connector. */
export function replyTo(status: CustomerStatus, change: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: randomUUID(),
    space: 'public',
    text: 'We are looking into it.',
    files: [],
    thread: `${status.id}:${status.accountId}`,
    to: { id: status.accountId },
    answers: status.id,
    lastInboundAt: null,
    startedAt: new Date(),
    ...change,
  };
}

/** Polls as the product does: keeps the cursor, and stores each key once. */
export class Reader {
  readonly stored = new Map<string, unknown>();
  private cursor: string | null = null;

  constructor(
    private readonly account: AccountAccess,
    private readonly http: HttpClient,
  ) {}

  /** Everything that is new, parsed. */
  async catchUp(): Promise<InboundEvent[]> {
    const before = this.stored.size;
    for (let more = true; more;) {
      const page = await poll(this.cursor, this.account, this.http);
      for (const item of page.items) this.store(item);
      this.cursor = page.cursor;
      more = page.more;
    }
    return this.events().slice(before);
  }

  store(item: Fetched): void {
    if (!this.stored.has(item.key)) this.stored.set(item.key, item.body);
  }

  events(): InboundEvent[] {
    return [...this.stored.values()].flatMap((body) => parse(body, this.account.externalId));
  }

  messages(): MessageArrived[] {
    return this.events().flatMap((event) => (event.kind === 'message' ? event : []));
  }
}
