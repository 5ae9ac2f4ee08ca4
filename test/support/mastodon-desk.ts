import { randomUUID } from 'node:crypto';
import type { Conversation, MessageView } from '../../src/contract/index.js';
import { startMastodonSimulator } from '../../src/simulator/mastodon/simulator.js';
import { eventually } from './eventually.js';
import { givenRelais, type Answer, type Person } from './relais.js';

/** A Relais with one account on a simulated Mastodon server, and somebody who answers. */
export async function givenDesk() {
  const server = await startMastodonSimulator({ now: () => new Date() });
  const relais = await givenRelais();
  const admin = await relais.agent('admin', { name: 'Chief' });
  const ours = server.addAccount({ username: 'northline' });
  const settings = { server: server.url, accessToken: ours.accessToken };
  const form = { network: 'mastodon', apiBase: server.url, app: {}, settings };
  const connected = await relais.as(admin).post('/api/accounts', form);
  if (connected.status !== 200) throw new Error(`the account was refused: ${JSON.stringify(connected.body)}`);
  return new Desk({ server, relais, admin, ours, accountId: connected.body.id });
}

interface Parts {
  readonly server: Awaited<ReturnType<typeof startMastodonSimulator>>;
  readonly relais: Awaited<ReturnType<typeof givenRelais>>;
  readonly admin: Person;
  readonly ours: { readonly id: string; readonly accessToken: string };
  readonly accountId: string;
}

export class Desk {
  readonly server;
  readonly relais;
  readonly admin;
  readonly ours;
  readonly accountId;

  constructor(parts: Parts) {
    this.server = parts.server;
    this.relais = parts.relais;
    this.admin = parts.admin;
    this.ours = parts.ours;
    this.accountId = parts.accountId;
  }

  async stop(): Promise<void> {
    await this.relais.stop();
    await this.server.stop();
  }

  /** The page of the ticket whose last customer message says this, as soon as there is one. */
  async ticketSaying(text: string, view = 'all'): Promise<Conversation> {
    const saying = ({ body }: Answer): { id: string } | undefined =>
      body.rows.find(({ preview }: { preview: string }) => preview.includes(text));
    const found = await eventually(
      () => this.relais.as(this.admin).get(`/api/tickets?view=${view}&limit=100`),
      (answer) => {
        expect(saying(answer)).toBeDefined();
      },
    );
    return this.page(saying(found)?.id ?? '');
  }

  async page(ticketId: string): Promise<Conversation> {
    return (await this.relais.as(this.admin).get(`/api/tickets/${ticketId}`)).body;
  }

  /** The page, as soon as it passes the check. */
  pageOnce(ticketId: string, check: (page: Conversation) => void): Promise<Conversation> {
    return eventually(() => this.page(ticketId), check);
  }

  /** A reply in the thread's own space, or by the way named. */
  draft(page: Conversation, text: string, change: Readonly<Record<string, unknown>> = {}) {
    const [thread] = page.threads;
    const way = thread?.ways[0];
    return {
      clientId: randomUUID(),
      threadId: thread?.id,
      space: way?.space,
      accountId: way?.accountId,
      text,
      fileIds: [],
      seenMessageId: page.messages.at(-1)?.id ?? null,
      ...change,
    };
  }

  reply(page: Conversation, body: object, by: Person = this.admin): Promise<Answer> {
    return this.relais.as(by).post(`/api/tickets/${page.ticket.id}/replies`, body);
  }

  /** Queues a reply, and gives its message as soon as it passes the check. */
  async replied(page: Conversation, text: string, check: (message: MessageView) => void): Promise<MessageView> {
    const body = this.draft(page, text);
    const answer = await this.reply(page, body);
    expect(answer).toMatchObject({ status: 200 });
    return this.messageOnce(page.ticket.id, answer.body.id, check);
  }

  async messageOnce(ticketId: string, id: string, check: (message: MessageView) => void): Promise<MessageView> {
    const find = async (): Promise<MessageView> => {
      const { messages } = await this.page(ticketId);
      const message = messages.find((one) => one.id === id);
      if (!message) throw new Error('the message is gone');
      return message;
    };
    return eventually(find, check);
  }

  /** What the customer can read under this status. */
  answersTo(statusId: string): string[] {
    return this.server.published().flatMap(({ inReplyTo, text }) => (inReplyTo === statusId ? [text] : []));
  }
}
