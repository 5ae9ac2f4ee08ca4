import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

import type { InboundEvent, MessageArrived } from '../../../src/domain/message/inbound-event.js';
import type { AccountAccess } from '../../../src/networks/kit/account.js';
import type { OutboundMessage } from '../../../src/networks/kit/outbound.js';
import { isAuthentic } from '../../../src/networks/telegram/authentic.js';
import { parse } from '../../../src/networks/telegram/parse.js';
import { poll } from '../../../src/networks/telegram/poll.js';
import { HttpClient } from '../../../src/platform/http/http-client.js';
import { parseJson } from '../../../src/platform/json.js';
import { startTelegramSimulator, type SimulatorOptions } from '../../../src/simulator/telegram/simulator.js';
import type { OurBot, TelegramSimulator } from '../../../src/simulator/telegram/telegram-simulator.js';

const webhookSecret = 'the_secret-of-this-hook';

/** A simulated Bot API server with one bot of ours, and the connector that speaks for it. */
export interface Telegram {
  readonly server: TelegramSimulator;
  readonly bot: OurBot;
  readonly account: AccountAccess;
  readonly http: HttpClient;
  readonly reader: Reader;
  stop(): Promise<void>;
}

export async function givenTelegram(options: Partial<SimulatorOptions> = {}): Promise<Telegram> {
  const server = await startTelegramSimulator({ now: () => new Date(), longPollMs: 0, webhookRetryMs: 1, ...options });
  const bot = server.addBot({ username: 'northline_bot', name: 'Northline' });
  const account = accessOf(server, bot);
  const http = new HttpClient({ allowPrivateNetwork: true });
  return {
    server,
    bot,
    account,
    http,
    reader: new Reader(account, http),
    stop: async () => {
      await http.close();
      await server.stop();
    },
  };
}

export function accessOf(server: TelegramSimulator, bot: OurBot, receive = 'poll'): AccountAccess {
  return {
    externalId: String(bot.id),
    apiBase: server.url,
    app: { webhookSecret },
    settings: { botToken: bot.token, receive },
    limits: {},
  };
}

/** What a reply of an agent to a customer's message looks like when it reaches the connector. */
export function replyTo(message: MessageArrived, change: Partial<OutboundMessage> = {}): OutboundMessage {
  const { thread, from } = message;
  return {
    id: randomUUID(),
    space: thread.space,
    text: 'We are looking into it.',
    files: [],
    thread: thread.key,
    to: { id: from === 'us' ? '' : from.id },
    answers: message.id,
    lastInboundAt: message.sentAt,
    startedAt: new Date(),
    ...change,
  };
}

/** Polls as the product does: keeps the cursor, and stores each key once. */
export class Reader {
  private readonly stored = new Map<string, unknown>();
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
      for (const { key, body } of page.items) if (!this.stored.has(key)) this.stored.set(key, body);
      this.cursor = page.cursor;
      more = page.more;
    }
    return this.events().slice(before);
  }

  /** The process dies after it has stored a page, and before it has kept the cursor. */
  async readWithoutCursor(): Promise<void> {
    const page = await poll(this.cursor, this.account, this.http);
    for (const { key, body } of page.items) if (!this.stored.has(key)) this.stored.set(key, body);
  }

  events(): InboundEvent[] {
    return [...this.stored.values()].flatMap((body) => parse(body, this.account.externalId));
  }

  messages(): MessageArrived[] {
    return this.events().flatMap((event) => (event.kind === 'message' ? event : []));
  }

  last(): MessageArrived {
    const message = this.messages().at(-1);
    if (message === undefined) throw new Error('no message has come');
    return message;
  }
}

/** Our side of a webhook: each call is answered with the next status asked for, 200 when there is none. */
export async function givenHook(account: AccountAccess) {
  const taken: unknown[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const hook = { method: 'POST', headers: request.headers, query: '', body };
      const status = isAuthentic(hook, account.app) ? (statuses.shift() ?? 200) : 401;
      if (status === 200) taken.push(parseJson(body.toString('utf8')));
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `http://127.0.0.1:${port}/hooks/telegram/key`,
    events: () => taken.flatMap((body) => parse(body, account.externalId)),
    answerNext: (...next: number[]) => statuses.push(...next),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
