import { randomUUID } from 'node:crypto';
import { administrator, colleagues, demoPassword } from '../../src/demo/cast.js';
import { customers } from '../../src/demo/customers.js';
import { openFacebook } from '../../src/demo/facebook-stage.js';
import { openMastodon } from '../../src/demo/mastodon-stage.js';
import { RelaisApi } from '../../src/demo/relais-api.js';
import { seed } from '../../src/demo/seed.js';
import type { Stage } from '../../src/demo/stage.js';
import { openTelegram } from '../../src/demo/telegram-stage.js';
import { eventually } from '../support/eventually.js';
import { givenRelais, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let stages: readonly Stage[];
let api: RelaisApi;

beforeAll(async () => {
  const people = [administrator, ...colleagues].map((one) => ({ ...one, password: demoPassword }));
  relais = await givenRelais({ demo: people });
  stages = await Promise.all([openFacebook, openMastodon, openTelegram].map((open) => open({ port: 0 })));
  api = new RelaisApi(relais.url);
  await seed(api, { setUpUrl: relais.running.setUpUrl, accounts: stages.flatMap(({ accounts }) => accounts) });
});

afterAll(async () => {
  // First: a long poll that is under way would keep Relais waiting for its end.
  for (const stage of stages) await stage.stop();
  await relais.stop();
});

const [writer] = customers;

it('has the people and the accounts that were promised, once, however often it is seeded', async () => {
  await seed(api, { setUpUrl: null, accounts: stages.flatMap(({ accounts }) => accounts) });
  const agents = await api.get('/api/agents');
  expect(agents).toHaveLength(1 + colleagues.length);
  const accounts = await api.get('/api/accounts');
  expect(accounts).toHaveLength(5);
  for (const { email, name } of [administrator, ...colleagues]) {
    const me = await api.anew().post('/api/session', { email, password: demoPassword });
    expect(me).toMatchObject({ agent: { name }, workspace: { name: 'Northline', demo: true } });
  }
});

it.each([
  ['Facebook', 'public'],
  ['Facebook', 'private'],
  ['Mastodon', 'public'],
  ['Mastodon', 'private'],
  ['Telegram', 'public'],
  ['Telegram', 'private'],
] as const)('lets a customer on %s write in %s, hear us, and write back', async (name, space) => {
  const stage = stages.find((one) => one.name === name);
  if (stage === undefined || writer === undefined) throw new Error(`there is no ${name}`);
  const adviser = relais.as(await relais.agent('adviser'));
  const ticketSaying = (words: string) =>
    eventually(
      async () => (await adviser.get('/api/tickets?view=all&limit=100')).body.rows,
      (rows) => {
        // The name may come a moment later: Messenger tells only a number.
        const person = expect.objectContaining({ name: writer.name });
        expect(rows).toContainEqual(expect.objectContaining({ preview: expect.stringContaining(words), person }));
      },
    ).then((rows) => rows.find(({ preview }: { preview: string }) => preview.includes(words)));

  stage.post('Nos boutiques ferment à 20 h.', 'fr');
  stage.write(writer, space, `Ma box clignote, ${name} ${space}`);
  const ticket = await ticketSaying(`${name} ${space}`);
  expect(ticket).toMatchObject({ space });

  const { threads, messages } = (await adviser.get(`/api/tickets/${ticket.id}`)).body;
  const reply = { clientId: randomUUID(), threadId: threads[0].id, space, accountId: ticket.account.id, fileIds: [] };
  const sent = await adviser.post(`/api/tickets/${ticket.id}/replies`, {
    ...reply,
    text: 'De quelle couleur ?',
    seenMessageId: messages.at(-1).id,
  });
  expect(sent.status).toBe(200);
  const [answer] = await eventually(
    async () => stage.answers(),
    (answers) => {
      expect(answers).toMatchObject([{ handle: writer.handle, text: 'De quelle couleur ?' }]);
    },
  );
  answer?.writeBack(`Rouge, ${name} ${space}`);
  expect(await ticketSaying(`Rouge, ${name} ${space}`)).toMatchObject({ id: ticket.id, unanswered: 1 });
});
