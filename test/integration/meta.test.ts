import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../src/contract/index.js';
import type { MetaSimulator, OurPage } from '../../src/simulator/meta/meta-simulator.js';
import { startMetaSimulator } from '../../src/simulator/meta/simulator.js';
import { eventually } from '../support/eventually.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let meta: MetaSimulator;
let page: OurPage;
let relais: TestRelais;
let admin: Person;
let accounts: Record<'facebook' | 'messenger', { id: string; hookUrl: string }>;

beforeEach(async () => {
  meta = await startMetaSimulator({ now: () => new Date(), retryMs: [5, 50, 500, 500, 500] });
  page = meta.addPage({ name: 'Northline' });
  relais = await givenRelais();
  admin = await relais.agent('admin');
  accounts = { facebook: await connect('facebook'), messenger: await connect('messenger') };
});

afterEach(async () => {
  await relais.stop();
  await meta.stop();
});

async function connect(network: string) {
  const { id: appId, secret: appSecret, verifyToken } = meta.app;
  const form = {
    network,
    apiBase: meta.url,
    app: { appId, appSecret, verifyToken },
    settings: { accessToken: page.accessToken },
  };
  const answer = await relais.as(admin).post('/api/accounts', form);
  expect(answer).toMatchObject({ status: 200, body: { state: 'active', missing: [] } });
  return answer.body;
}

const conversation = async (ticketId: string): Promise<Conversation> =>
  (await relais.as(admin).get(`/api/tickets/${ticketId}`)).body;
const rows = async (): Promise<{ id: string; preview: string; messageKind: string }[]> =>
  (await relais.as(admin).get('/api/tickets?view=all&limit=100')).body.rows;

async function ticketSaying(text: string): Promise<Conversation> {
  const found = await eventually(rows, (all) => {
    expect(all.map(({ preview }) => preview)).toContainEqual(expect.stringContaining(text));
  });
  return conversation(found.find(({ preview }) => preview.includes(text))?.id ?? '');
}

async function reply(seen: Conversation, text: string, space?: 'public' | 'private'): Promise<string> {
  const own = seen.threads.find((thread) => thread.space === space);
  const thread = own ?? seen.threads.at(-1);
  const way = thread?.ways.find((one) => space === undefined || one.space === space);
  const answer = await relais.as(admin).post(`/api/tickets/${seen.ticket.id}/replies`, {
    clientId: randomUUID(),
    threadId: thread?.id,
    space: way?.space,
    accountId: way?.accountId,
    text,
    fileIds: [],
    seenMessageId: seen.messages.at(-1)?.id ?? null,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.id;
}

const states = ({ messages }: Conversation): [string, string][] => messages.map(({ text, state }) => [text, state]);

/** Every webhook was taken, and what it tells is in the tables. */
async function allApplied(): Promise<void> {
  await meta.settled();
  const pending = "select 1 from delivery as d where d.state = 'pending'";
  await eventually(
    () => relais.db.read((sql) => sql.many(pending)),
    (left) => {
      expect(left).toEqual([]);
    },
  );
}

/** The page once its last replies are settled and the echoes of them have been taken. */
async function settled(ticketId: string, wanted: readonly (readonly [string, string])[]): Promise<Conversation> {
  await eventually(
    () => conversation(ticketId),
    (now) => {
      expect(states(now)).toEqual(wanted);
    },
  );
  await allApplied();
  const now = await conversation(ticketId);
  expect(states(now)).toEqual(wanted);
  return now;
}

it('connects both with one app, one webhook and one subscription', () => {
  const key = (url: string) => url.split('/').at(-1);
  expect(key(accounts.facebook.hookUrl)).toBe(key(accounts.messenger.hookUrl));
  expect(meta.app.callback).toBe(accounts.facebook.hookUrl);
});

it('brings a comment to the queue, and the answer to the customer once, however its echo comes', async () => {
  const comment = meta.customers.comments({ page: page.id, name: 'Inès Carvalho', text: 'Ma fibre est en panne 😡' });
  const seen = await ticketSaying('Ma fibre est en panne');
  expect(seen).toMatchObject({ ticket: { lane: 'care', unanswered: 1 }, messages: [{ state: 'received' }] });
  await reply(seen, 'Nous regardons.');
  await settled(seen.ticket.id, [
    ['Ma fibre est en panne 😡', 'received'],
    ['Nous regardons.', 'sent'],
  ]);
  expect(meta.published()).toMatchObject([{ on: comment.id, text: 'Nous regardons.' }]);
});

it('takes every webhook once, however often and in whatever order it comes', async () => {
  for (let number = 0; number < 20; number += 1) {
    meta.customers.comments({ page: page.id, name: `Customer ${number % 5}`, text: `comment ${number}` });
    meta.customers.writes({ page: page.id, name: `Customer ${number % 5}`, text: `message ${number}` });
  }
  await meta.settled();
  meta.replayHooks();
  meta.replayHooks();
  await meta.settled();
  await eventually(rows, (all) => {
    expect(all).toHaveLength(10);
  });
  const counts = await eventually(
    () =>
      relais.db.read((sql) =>
        sql.many<{ n: string }>("select count(*) as n from message as m where m.direction = 'in'"),
      ),
    ([row]) => {
      expect(Number(row?.n)).toBe(40);
    },
  );
  expect(counts).toHaveLength(1);
});

it('answers the one who wrote below somebody else’s comment, in their own ticket', async () => {
  const first = meta.customers.comments({ page: page.id, name: 'Inès Carvalho', text: 'Ma fibre est en panne' });
  const nested = meta.customers.comments({ page: page.id, name: 'Bram', text: 'La mienne aussi', on: first.id });
  const seen = await ticketSaying('La mienne aussi');
  await reply(seen, 'Nous regardons, Bram.');
  await settled(seen.ticket.id, [
    ['La mienne aussi', 'received'],
    ['Nous regardons, Bram.', 'sent'],
  ]);
  expect(states(await ticketSaying('Ma fibre est en panne'))).toEqual([['Ma fibre est en panne', 'received']]);
  expect(meta.published()).toHaveLength(1);
  expect(nested.postId).toBe(first.postId);
});

it('goes from a comment to Messenger and on there, in one ticket, though the echo comes before the answer', async () => {
  meta.customers.comments({ page: page.id, name: 'Inès Carvalho', text: 'Mon contrat est faux' });
  const seen = await ticketSaying('Mon contrat est faux');
  const release = meta.holdAnswers();
  await reply(seen, 'Votre numéro, ici ?', 'private');
  await eventually(
    async () => meta.published().length,
    (count) => {
      expect(count).toBe(1);
    },
  );
  await allApplied();
  release();
  await settled(seen.ticket.id, [
    ['Mon contrat est faux', 'received'],
    ['Votre numéro, ici ?', 'sent'],
  ]);
  meta.customers.writes({ page: page.id, name: 'Inès Carvalho', text: 'C’est le 4411' });
  const answered = await settled(seen.ticket.id, [
    ['Mon contrat est faux', 'received'],
    ['Votre numéro, ici ?', 'sent'],
    ['C’est le 4411', 'received'],
  ]);
  await reply(answered, 'Merci !', 'private');
  await settled(seen.ticket.id, [...states(answered), ['Merci !', 'sent']]);
  expect(meta.published().map(({ kind }) => kind)).toEqual(['message', 'message']);
  expect(await rows()).toHaveLength(1);
});

it('learns the name of who writes in private', async () => {
  meta.customers.writes({ page: page.id, name: 'Inès Carvalho', text: 'Bonjour' });
  const seen = await ticketSaying('Bonjour');
  await eventually(
    () => conversation(seen.ticket.id),
    (now) => {
      expect(JSON.stringify(now.ticket)).toContain('Inès Carvalho');
    },
  );
});

it('holds replies while the token is dead, and says so', async () => {
  meta.customers.comments({ page: page.id, name: 'Inès Carvalho', text: 'Allô ?' });
  const seen = await ticketSaying('Allô ?');
  meta.revokeToken();
  await reply(seen, 'Bonjour');
  const list = async () => (await relais.as(admin).get('/api/accounts')).body;
  await eventually(list, (all) => {
    expect(all).toContainEqual(expect.objectContaining({ network: 'facebook', state: 'needs-reauth' }));
  });
  expect(meta.published()).toEqual([]);
  expect((await conversation(seen.ticket.id)).messages.at(-1)).toMatchObject({ text: 'Bonjour', state: 'queued' });
});

it('does not send twice what got through without an answer', async () => {
  meta.customers.comments({ page: page.id, name: 'Inès Carvalho', text: 'Encore en panne' });
  const seen = await ticketSaying('Encore en panne');
  meta.cut({ method: 'POST', path: '/comments' });
  await reply(seen, 'Nous regardons.');
  await settled(seen.ticket.id, [
    ['Encore en panne', 'received'],
    ['Nous regardons.', 'sent'],
  ]);
  expect(meta.published()).toHaveLength(1);
});
