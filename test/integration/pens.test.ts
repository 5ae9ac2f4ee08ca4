import type { PenView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { givenTicket, type GivenTicket } from '../support/given-ticket.js';
import { givenRelais, type Answer, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let [karim, ines, nadia]: Person[] = [];
let ticket: GivenTicket;

beforeAll(async () => {
  relais = await givenRelais({ settings: { role: 'api' } });
  karim = await relais.agent('adviser', { name: 'Karim' });
  ines = await relais.agent('adviser', { name: 'Inès' });
  nadia = await relais.agent('team_lead', { name: 'Nadia' });
});
beforeEach(async () => {
  ticket = await givenTicket(relais, 'care');
});
afterAll(() => relais.stop());

const as = (person: Person | undefined) => relais.as(person ?? { token: '' });
const path = (what = '') => `/api/tickets/${ticket.ticketId}/pen${what}`;
const take = (person: Person | undefined) => as(person).post(path());
const askFor = (person: Person | undefined) => as(person).post(path('/ask'));
const release = (person: Person | undefined, query = '') => as(person).call('DELETE', path(query));

/** As if so much time had gone by: the pen is kept by the database's clock. */
async function later(seconds: number): Promise<void> {
  await relais.db.everywhere((sql) =>
    sql.run(
      `update pen as p set until = p.until - make_interval(secs => $2), asked_until = p.asked_until - make_interval(secs => $2)
        where p.ticket_id = $1`,
      [ticket.ticketId, seconds],
    ),
  );
}

const holder = ({ body }: Answer): string | undefined => (body.pen satisfies PenView | null)?.agent.name;

function sends(person: Person | undefined): Promise<Answer> {
  const { threadId, accountId } = ticket;
  const body = { clientId: newId(), threadId, accountId, space: 'public', text: 'On it.', fileIds: [] };
  return as(person).post(`/api/tickets/${ticket.ticketId}/replies`, { ...body, anyway: true });
}

async function writes(person: Person | undefined, text: string): Promise<string> {
  const id = newId();
  const draft = { id, mode: 'public', base: 0, text, fileIds: [] };
  await as(person).call('PUT', `/api/tickets/${ticket.ticketId}/drafts`, draft);
  await take(person);
  return id;
}

it('is in one hand: for a minute after the last key, and as often as it is asked for', async () => {
  expect(holder(await take(karim))).toBe('Karim');
  expect(holder(await take(karim))).toBe('Karim');
  const refused = await take(ines);
  expect(refused).toMatchObject({
    status: 423,
    body: { code: 'pen.held', details: { by: 'Karim', agentId: karim?.id } },
  });
  await later(50);
  expect(holder(await take(karim))).toBe('Karim');
  await later(59);
  expect((await take(ines)).status).toBe(423);
  await later(2);
  expect(holder(await take(ines))).toBe('Inès');
});

it('is in one hand when two take it at once', async () => {
  const answers = await Promise.all([take(karim), take(ines), take(nadia)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 423, 423]);
});

it('keeps everybody else from sending, and nobody from noting', async () => {
  await take(karim);
  expect(await sends(ines)).toMatchObject({ status: 423, body: { code: 'pen.held', details: { by: 'Karim' } } });
  const note = { clientId: newId(), text: 'Called them.' };
  expect((await as(ines).post(`/api/tickets/${ticket.ticketId}/notes`, note)).status).toBe(200);
  expect(await sends(karim)).toMatchObject({ status: 200 });
  // Sent: it is free.
  expect(holder(await take(ines))).toBe('Inès');
});

it('is asked for politely: kept by a refusal', async () => {
  await take(karim);
  expect((await askFor(ines)).body.pen).toMatchObject({ agent: { name: 'Karim' }, asked: { by: { name: 'Inès' } } });
  await later(10);
  expect((await as(karim).post(path('/refuse'))).body.pen).toMatchObject({ agent: { name: 'Karim' }, asked: null });
  await later(10);
  expect((await take(ines)).status).toBe(423);
});

it('passes on by silence, and what was written may then be read by whoever took over', async () => {
  const draftId = await writes(karim, 'We looked into');
  await askFor(ines);
  await later(16);
  expect((await as(karim).post(path('/refuse'))).status).toBe(423);
  expect(holder(await take(ines))).toBe('Inès');
  const page = async (person: Person | undefined) => (await as(person).get(`/api/tickets/${ticket.ticketId}`)).body;
  expect((await page(ines)).drafts).toMatchObject([{ id: draftId, text: 'We looked into', author: { name: 'Karim' } }]);
  expect((await page(nadia)).drafts).toEqual([]);
  expect(await sends(karim)).toMatchObject({ status: 423, body: { details: { by: 'Inès' } } });
});

it('passes on by silence even when whoever asked sends at once', async () => {
  await take(karim);
  await askFor(ines);
  await later(16);
  expect((await sends(ines)).status).toBe(200);
});

it('is a lead’s at once, with a line in the history, and with the draft', async () => {
  const draftId = await writes(karim, 'We looked into');
  expect(holder(await askFor(nadia))).toBe('Nadia');
  const { body } = await as(nadia).get(`/api/tickets/${ticket.ticketId}`);
  expect(body.history.at(-1)).toMatchObject({ code: 'pen-taken', actor: { name: 'Nadia' }, facts: { from: 'Karim' } });
  expect(body.drafts).toMatchObject([{ id: draftId }]);
});

it('is laid down at once, or half a minute after its holder has gone', async () => {
  await take(karim);
  expect((await release(ines)).status).toBe(204);
  expect((await take(ines)).status).toBe(423);
  await release(karim, '?leaving=yes');
  await later(29);
  expect((await take(ines)).status).toBe(423);
  await later(2);
  expect(holder(await take(ines))).toBe('Inès');
  await release(ines);
  expect(holder(await take(karim))).toBe('Karim');
});

it('goes to whoever asked for it when it is laid down', async () => {
  await take(karim);
  await askFor(ines);
  await release(karim);
  expect((await take(karim)).status).toBe(423);
  expect(holder(await take(ines))).toBe('Inès');
});
