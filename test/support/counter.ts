import { randomUUID } from 'node:crypto';
import type { Conversation, MessageView, TicketRow } from '../../src/contract/index.js';
import type { MessageArrived } from '../../src/domain/message/inbound-event.js';
import { eventually } from './eventually.js';
import { arrived, recordingForm, RecordingNetwork } from './recording-network.js';
import { givenRelais, type Answer, type Person } from './relais.js';

const account = 'shop';

/** A Relais with an account on a network that does what it is told, and a lead who sees everything. */
export async function givenCounter(network = new RecordingNetwork()) {
  const relais = await givenRelais({ networks: [network] });
  const lead = await relais.agent('team_lead', { name: 'Lead' });
  const admin = await relais.agent('admin');
  const connected = await relais.as(admin).post('/api/accounts', recordingForm(account));
  const hookPath = new URL(connected.body.hookUrl).pathname;
  return new Counter({ network, relais, lead, admin, hookPath });
}

interface Parts {
  readonly network: RecordingNetwork;
  readonly relais: Awaited<ReturnType<typeof givenRelais>>;
  readonly lead: Person;
  readonly admin: Person;
  readonly hookPath: string;
}

export class Counter {
  readonly network;
  readonly relais;
  readonly lead;
  readonly admin;

  constructor(private readonly parts: Parts) {
    this.network = parts.network;
    this.relais = parts.relais;
    this.lead = parts.lead;
    this.admin = parts.admin;
  }

  stop(): Promise<void> {
    return this.relais.stop();
  }

  async happens(...events: object[]): Promise<void> {
    const answer = await this.relais.anybody.post(this.parts.hookPath, { nonce: randomUUID(), events });
    if (answer.status !== 200) throw new Error(`the call was answered ${String(answer.status)}`);
  }

  /** A customer writes; the page of their ticket as soon as it holds the message. */
  async writes(author: string, facts: Partial<MessageArrived> & { text: string }): Promise<Conversation> {
    await this.happens(arrived(account, { author, ...facts }));
    const { body } = await eventually(
      () => this.relais.as(this.lead).get('/api/tickets?view=all&limit=200'),
      ({ body: list }) => {
        expect(list.rows.map((row: TicketRow) => row.preview)).toContain(facts.text);
      },
    );
    return this.page(body.rows.find((row: TicketRow) => row.preview === facts.text)?.id);
  }

  async page(ticketId: string, by: Person = this.lead): Promise<Conversation> {
    return (await this.relais.as(by).get(`/api/tickets/${ticketId}`)).body;
  }

  pageOnce(ticketId: string, check: (page: Conversation) => void): Promise<Conversation> {
    return eventually(() => this.page(ticketId), check);
  }

  post(path: string, body: object = {}, by: Person = this.lead): Promise<Answer> {
    return this.relais.as(by).post(`/api/${path}`, body);
  }

  /** A reply in the ticket's first thread, as soon as it is kept; its id. */
  async queues(page: Conversation, text: string): Promise<string> {
    const [thread] = page.threads;
    const way = thread?.ways[0];
    const { accountId, space } = way ?? {};
    const said = { clientId: randomUUID(), threadId: thread?.id, space, accountId, text, fileIds: [] };
    const seenMessageId = page.messages.at(-1)?.id ?? null;
    const answer = await this.post(`tickets/${page.ticket.id}/replies`, { ...said, seenMessageId, anyway: true });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body.id;
  }

  /** The same, once the network has it. */
  async replies(page: Conversation, text: string): Promise<MessageView> {
    const sentId = await this.queues(page, text);
    const after = await this.pageOnce(page.ticket.id, ({ messages }) => {
      expect(messages.find(({ id }) => id === sentId)?.state).toBe('sent');
    });
    const message = after.messages.find(({ id }) => id === sentId);
    if (!message) throw new Error('the reply is gone');
    return message;
  }
}

/** A private exchange, or the public comments, of one person. */
export const place = (space: 'public' | 'private', author: string) => ({ key: `${space}-${author}`, space }) as const;
