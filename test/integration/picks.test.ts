import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let lead: Person;
let ana: Person;
beforeEach(async () => {
  // Without workers of its own: nothing is given to anybody.
  relais = await givenRelais({ settings: { role: 'api' } });
  lead = await relais.agent('team_lead', { name: 'Lead' });
  ana = await relais.agent('adviser', { name: 'Ana', capacity: 50 });
});
afterEach(() => relais.stop());

const take = (person: Person, id: string | undefined) => relais.as(person).post(`/api/tickets/${id ?? ''}/take`);
const picks = async (person: Person) => (await relais.as(person).get('/api/me')).body.picks;

async function guard(settings: object): Promise<void> {
  const body = { leftSeconds: 120, pickFromTop: null, skipsPerDay: null, ...settings };
  expect(await relais.as(lead).call('PUT', '/api/routing/settings', body)).toMatchObject({ status: 200, body });
}

/** Most urgent first. */
async function queue(length: number): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < length; place += 1) {
    const { ticketId } = await givenTicket(relais, 'care');
    await relais.db.everywhere((sql) =>
      sql.run(`update ticket set urgent_at = now() + make_interval(mins => $2) where id = $1`, [ticketId, place]),
    );
    ids.push(ticketId);
  }
  return ids;
}

it('says how a new workspace guards its queue', async () => {
  expect((await relais.as(ana).get('/api/routing/settings')).body).toEqual({
    leftSeconds: 120,
    pickFromTop: 25,
    skipsPerDay: 20,
  });
});

it('lets an adviser choose among the first few, and those who answer for the queue among all', async () => {
  await guard({ pickFromTop: 2 });
  const [, second, third, fourth] = await queue(4);
  expect(await take(ana, third)).toMatchObject({ status: 409, body: { code: 'pick.too-far', details: { top: 2 } } });
  expect((await take(ana, second)).status).toBe(200);
  expect((await take(ana, third)).status).toBe(200);
  const cm = await relais.agent('community_manager');
  expect((await take(cm, fourth)).status).toBe(200);
});

it('counts what they pass over, shows it to them and to leads, and stops it when it is too often', async () => {
  await guard({ skipsPerDay: 1 });
  const [first, second, third, fourth] = await queue(4);
  expect(await picks(ana)).toEqual({ picked: 0, passedOver: 0, skipsLeft: 1 });
  expect((await take(ana, first)).status).toBe(200);
  expect((await take(ana, third)).status).toBe(200);
  expect(await picks(ana)).toEqual({ picked: 2, passedOver: 1, skipsLeft: 0 });
  expect(await take(ana, fourth)).toMatchObject({ status: 409, body: { code: 'pick.skips', details: { limit: 1 } } });
  expect((await take(ana, second)).status).toBe(200);
  expect((await relais.as(lead).get('/api/routing/picks')).body).toEqual([
    { agent: { id: ana.id, name: 'Ana' }, picked: 3, passedOver: 1, skipsToday: 1 },
  ]);
  expect((await picks(lead)).skipsLeft).toBeNull();
});

it('does not count what they could not have had, what they know, or what Relais chose', async () => {
  await guard({ pickFromTop: 1, skipsPerDay: 0 });
  const [foreign, known, next, last] = await queue(4);
  await relais.db.everywhere((sql) => sql.run(`update ticket set language = 'de' where id = $1`, [foreign]));
  expect((await take(ana, known)).status).toBe(200);
  await relais.db.everywhere((sql) =>
    sql.run('update ticket set person_id = (select k.person_id from ticket as k where k.id = $2) where id = $1', [
      last,
      known,
    ]),
  );
  expect((await take(ana, last)).status).toBe(200);
  expect(await relais.as(ana).post('/api/tickets/next')).toMatchObject({ status: 200, body: { id: next } });
  expect(await picks(ana)).toEqual({ picked: 2, passedOver: 0, skipsLeft: 0 });
});

it('lets nobody take a ticket of an account that they do not work on', async () => {
  const [only] = await queue(1);
  const reach = { networks: ['facebook'], accounts: [], brands: [] };
  await relais.as(lead).call('PUT', `/api/agents/${ana.id}/skills`, { skills: [], reach });
  expect(await take(ana, only)).toMatchObject({ status: 409, body: { code: 'pick.account' } });
});
