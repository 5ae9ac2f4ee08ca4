import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { InboundEvent, MessageArrived } from '../../../src/domain/message/inbound-event.js';
import type { AccountAccess } from '../../../src/networks/kit/account.js';
import type { Settings } from '../../../src/networks/kit/form.js';
import type { Hook } from '../../../src/networks/kit/hook.js';
import type { Network } from '../../../src/networks/kit/network.js';
import type { OutboundMessage } from '../../../src/networks/kit/outbound.js';
import { facebook } from '../../../src/networks/meta/facebook/network.js';
import { messenger } from '../../../src/networks/meta/messenger/network.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import { parseJson } from '../../../src/platform/json.js';
import type { MetaSimulator, NewPage, OurPage } from '../../../src/simulator/meta/meta-simulator.js';
import { startMetaSimulator } from '../../../src/simulator/meta/simulator.js';

/** A simulated Meta with one Page of ours, the webhook that it calls, and the connectors' way to it. */
export interface Meta {
  readonly server: MetaSimulator;
  readonly page: OurPage;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly hook: Webhook;
  readonly clock: { at: Date };
  /** Another account of the same app. */
  add(page: NewPage): AccountAccess;
  stop(): Promise<void>;
}

const hour = 3_600_000;

export async function givenMeta(options: Partial<NewPage> & { readonly subscribed?: false } = {}): Promise<Meta> {
  const clock = { at: new Date() };
  const server = await startMetaSimulator({ now: () => clock.at, retryMs: [1, 1, 1] });
  const hook = await Webhook.listen({ appSecret: server.app.secret, verifyToken: server.app.verifyToken });
  const http = new HttpClient({ allowPrivateNetwork: true });
  const add = (page: NewPage): AccountAccess => accessOf(server, server.addPage(page));
  const page = server.addPage({ name: 'Northline', ...options });
  const account = accessOf(server, page);
  if (options.subscribed !== false) {
    await facebook.subscribe?.(account, hook.url, http);
    await messenger.subscribe?.(account, hook.url, http);
  }
  return {
    server,
    page,
    account,
    http,
    hook,
    clock,
    add,
    stop: async () => {
      await http.close();
      await server.stop();
      await hook.stop();
    },
  };
}

function accessOf(server: MetaSimulator, page: OurPage): AccountAccess {
  const { id: appId, secret: appSecret, verifyToken } = server.app;
  return {
    externalId: page.id,
    apiBase: server.url,
    app: { appId, appSecret, verifyToken },
    settings: { accessToken: page.accessToken },
    limits: {},
  };
}

/** What a reply of an agent looks like when it reaches a connector. */
export function replyTo(to: { readonly id: string }, change: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: randomUUID(),
    space: 'public',
    text: 'We are looking into it.',
    files: [],
    thread: `thread:${to.id}`,
    to,
    lastInboundAt: null,
    startedAt: new Date(Date.now() - hour),
    ...change,
  };
}

/** The product's side of a webhook, small: what is signed is taken, each call once. */
export class Webhook {
  readonly bodies = new Map<string, unknown>();
  /** So many calls are answered 503 first. */
  refusing = 0;
  forged = 0;

  private constructor(
    private readonly server: Server,
    private readonly app: Settings,
    private readonly network: Network,
  ) {}

  static async listen(app: Settings, network: Network = facebook): Promise<Webhook> {
    const server = createServer();
    const webhook = new Webhook(server, app, network);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void webhook.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return webhook;
  }

  get url(): string {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    return `http://127.0.0.1:${address.port}/hooks/${this.network.id}/k1`;
  }

  events(): InboundEvent[] {
    return [...this.bodies.values()].flatMap((body) => this.network.parse(body, null));
  }

  messages(): MessageArrived[] {
    return this.events().flatMap((event) => (event.kind === 'message' ? event : []));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hook = await hookOf(request);
    const reply = this.network.handshake?.(hook, this.app) ?? null;
    if (reply !== null) response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
    else if (this.network.isAuthentic?.(hook, this.app) !== true) response.writeHead(this.spotted()).end();
    else response.writeHead(this.taken(hook.body)).end();
  }

  private spotted(): number {
    this.forged += 1;
    return 401;
  }

  private taken(body: Buffer): number {
    if (this.refusing > 0) {
      this.refusing -= 1;
      return 503;
    }
    this.bodies.set(body.toString(), parseJson(body.toString()));
    return 200;
  }
}

async function hookOf(request: IncomingMessage): Promise<Hook> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: request.method ?? 'GET',
    headers: request.headers,
    query: (request.url ?? '').split('?')[1] ?? '',
    body: Buffer.concat(chunks),
  };
}

/** Polls as the product does: keeps the cursor, and takes each key once. */
export class Poller {
  readonly stored = new Map<string, unknown>();
  private cursor: string | null = null;

  constructor(
    private readonly network: Network,
    private readonly meta: Pick<Meta, 'account' | 'http'>,
  ) {}

  /** Everything that is new, parsed. */
  async catchUp(): Promise<InboundEvent[]> {
    const before = this.stored.size;
    for (let more = true; more;) {
      const page = await this.network.poll?.(this.cursor, this.meta.account, this.meta.http);
      if (page === undefined) throw new Error('no poll');
      for (const item of page.items) if (!this.stored.has(item.key)) this.stored.set(item.key, item.body);
      this.cursor = page.cursor;
      more = page.more;
    }
    const bodies = [...this.stored.values()].slice(before);
    return bodies.flatMap((body) => this.network.parse(body, this.meta.account.externalId));
  }
}
