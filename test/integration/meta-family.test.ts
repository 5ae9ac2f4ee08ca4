import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../src/contract/index.js';
import { InstagramSimulator } from '../../src/simulator/meta/instagram/instagram-simulator.js';
import { WhatsappSimulator } from '../../src/simulator/meta/whatsapp/whatsapp-simulator.js';
import { eventually } from '../support/eventually.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let admin: Person;

beforeEach(async () => {
  relais = await givenRelais();
  admin = await relais.agent('admin');
});

afterEach(() => relais.stop());

const conversation = async (id: string): Promise<Conversation> =>
  (await relais.as(admin).get(`/api/tickets/${id}`)).body;
const rows = async (): Promise<{ id: string; preview: string; messageKind: string }[]> =>
  (await relais.as(admin).get('/api/tickets?view=all&limit=100')).body.rows;

async function ticketSaying(text: string): Promise<Conversation> {
  const found = await eventually(rows, (all) => {
    expect(all.map(({ preview }) => preview)).toContainEqual(expect.stringContaining(text));
  });
  return conversation(found.find(({ preview }) => preview.includes(text))?.id ?? '');
}

async function connect(network: string, apiBase: string, form: { app: object; settings: object }) {
  const answer = await relais.as(admin).post('/api/accounts', { network, apiBase, ...form });
  expect(answer).toMatchObject({ status: 200, body: { state: 'active', missing: [] } });
  return answer.body;
}

async function reply(seen: Conversation, text: string): Promise<string> {
  const [thread] = seen.threads;
  const answer = await relais.as(admin).post(`/api/tickets/${seen.ticket.id}/replies`, {
    clientId: randomUUID(),
    threadId: thread?.id,
    space: thread?.ways[0]?.space,
    accountId: thread?.ways[0]?.accountId,
    text,
    fileIds: [],
    seenMessageId: seen.messages.at(-1)?.id ?? null,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.id;
}

async function does(url: string, deed: string, body: object): Promise<Record<string, string>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer: unknown = await (await fetch(`${url}/_sim/${deed}`, init)).json();
  return typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
}

const appOf = ({ id: appId, secret: appSecret, verifyToken }: WhatsappSimulator['app']) => ({
  appId,
  appSecret,
  verifyToken,
});

describe('on WhatsApp', () => {
  let server: WhatsappSimulator;
  const ines = { phone: '33612345678', name: 'Inès Carvalho' };

  beforeEach(async () => {
    server = await WhatsappSimulator.start({ now: () => new Date(), retryMs: [5, 50, 500] });
    const { id, businessId, accessToken } = server.addNumber({ name: 'Northline', display: '+33 1' });
    const settings = { phoneNumberId: id, businessAccountId: businessId, accessToken };
    await connect('whatsapp', server.url, { app: appOf(server.app), settings });
  });

  afterEach(() => server.stop());

  it('a reply that was accepted and fails minutes later is shown as failed, and its ticket is ours again', async () => {
    await does(server.url, 'messages', { ...ines, text: 'Ma box clignote' });
    const seen = await ticketSaying('Ma box clignote');
    await does(server.url, 'blocks', ines);
    const id = await reply(seen, 'Nous regardons.');
    const after = await eventually(
      () => conversation(seen.ticket.id),
      ({ messages }) => {
        expect(messages.find((message) => message.id === id)).toMatchObject({
          state: 'failed',
          failure: { kind: 'customer-unreachable', code: '131026' },
        });
      },
    );
    expect(after.ticket.state).not.toBe('waiting_customer');
    expect(after.messages).toHaveLength(2);
  });

  it('an exchange goes on under the id of a person whose number it began with', async () => {
    await does(server.url, 'messages', { ...ines, text: 'Ma box clignote' });
    const before = await ticketSaying('Ma box clignote');
    await does(server.url, 'messages', { ...ines, userId: 'FR.42', text: 'toujours rouge' });
    const after = await eventually(
      () => conversation(before.ticket.id),
      ({ messages }) => {
        expect(messages.map(({ text }) => text)).toEqual(['Ma box clignote', 'toujours rouge']);
      },
    );
    expect(after.threads).toHaveLength(1);
    await reply(after, 'Nous regardons.');
    await eventually(
      () => Promise.resolve(server.world.state.published),
      (published) => {
        expect(published).toMatchObject([{ to: 'FR.42' }]);
      },
    );
  });
});

describe('on Instagram', () => {
  let server: InstagramSimulator;

  beforeEach(async () => {
    server = await InstagramSimulator.start({ now: () => new Date(), retryMs: [5, 50, 500] });
    const { accessToken } = server.addAccount({ username: 'northline', login: 'facebook' });
    await connect('instagram', server.url, { app: appOf(server.app), settings: { login: 'facebook', accessToken } });
  });

  afterEach(() => server.stop());

  it('a mention that is told without words is read, and has its author’s name', async () => {
    await does(server.url, 'mentions', { username: 'ines.carvalho', text: '@northline une panne ?' });
    const seen = await ticketSaying('@northline une panne ?');
    expect(seen.messages).toMatchObject([{ text: '@northline une panne ?' }]);
    expect(JSON.stringify(seen)).toContain('ines.carvalho');
  });

  it('a reading that names one message is of all before it', async () => {
    await does(server.url, 'messages', { username: 'ines.carvalho', text: 'Bonjour' });
    const seen = await ticketSaying('Bonjour');
    await reply(seen, 'un');
    await eventually(
      () => Promise.resolve(server.world.state.published),
      (published) => {
        expect(published).toHaveLength(1);
      },
    );
    await reply(await conversation(seen.ticket.id), 'deux');
    const [, second] = await eventually(
      () => Promise.resolve(server.world.state.published),
      (published) => {
        expect(published).toHaveLength(2);
      },
    );
    await eventually(
      () => conversation(seen.ticket.id),
      ({ messages }) => {
        expect(messages.map(({ state }) => state)).toEqual(['received', 'sent', 'sent']);
      },
    );
    await does(server.url, 'reads', { id: second?.id });
    await eventually(
      () => conversation(seen.ticket.id),
      ({ messages }) => {
        expect(messages.slice(1).map(({ readAt }) => readAt !== null)).toEqual([true, true]);
      },
    );
  });
});
