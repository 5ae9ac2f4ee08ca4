import { AssignTickets } from '../../src/actions/routing/assign-tickets.js';
import { EndOffers } from '../../src/actions/routing/end-offers.js';
import type { OfferView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenTeams } from '../support/given-teams.js';
import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Answer, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let [lead, ana, ben]: Person[] = [];
const team = newId();

const someone = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody');
  return person;
};
const as = (person: Person | undefined) => relais.as(someone(person));

beforeEach(async () => {
  // Without workers of its own: each step is taken by the test.
  relais = await givenRelais({ settings: { role: 'api' } });
  lead = await relais.agent('team_lead', { name: 'Lead' });
  ana = await relais.agent('adviser', { name: 'Ana', capacity: 2 });
  ben = await relais.agent('adviser', { name: 'Ben' });
  await atTheirScreens(relais, [ana, ben]);
  const members = [ana.id, ben.id];
  await givenTeams(relais, lead, [{ id: team, name: 'Fibre', members, offerSeconds: 30 }]);
});
afterEach(() => relais.stop());

const assign = () => relais.running.app.get(AssignTickets).run();
const endOffers = () => relais.running.app.get(EndOffers).run();
const page = async (id: string) => (await as(lead).get(`/api/tickets/${id}`)).body;
const codes = async (id: string): Promise<string[]> =>
  (await page(id)).history.map(({ code }: { code: string }) => code);
const offers = async (person: Person | undefined, view = 'mine'): Promise<OfferView[]> =>
  (await as(person).get(`/api/offers?view=${view}`)).body.offers;
const answer = (person: Person | undefined, id: string | undefined, word: string): Promise<Answer> =>
  as(person).post(`/api/offers/${id ?? newId()}/${word}`);

async function timeIsOver(): Promise<void> {
  await relais.db.everywhere((sql) => sql.run(`update offer as o set ends_at = now() - interval '1 second'`));
  await endOffers();
}

async function ticketOfTeam(): Promise<string> {
  const { ticketId } = await givenTicket(relais, 'care');
  await relais.db.everywhere((sql) => sql.run('update ticket set team_id = $2 where id = $1', [ticketId, team]));
  return ticketId;
}

/** Who is offered what just now. */
async function askedNow(): Promise<Person | undefined> {
  const [offer] = await offers(lead, 'all');
  return [ana, ben].find((one) => one?.id === offer?.agent.id);
}

it('asks before it gives, and nobody else gets it meanwhile', async () => {
  const ticketId = await ticketOfTeam();
  await assign();
  expect((await page(ticketId)).ticket.owner).toBeNull();
  const asked = await askedNow();
  const other = asked === ana ? ben : ana;
  expect(await offers(asked)).toMatchObject([{ ticket: { id: ticketId }, reason: 'least-busy' }]);
  expect(await offers(other)).toEqual([]);

  await assign();
  expect(await offers(lead, 'all')).toHaveLength(1);
  expect((await as(other).post('/api/tickets/next')).status).toBe(204);
  expect(await as(other).post(`/api/tickets/${ticketId}/take`)).toMatchObject({
    status: 409,
    body: { code: 'ticket.offered', details: { by: asked?.name } },
  });
  const [offer] = await offers(asked);
  expect((await answer(other, offer?.id, 'accept')).status).toBe(404);
  expect(await answer(asked, offer?.id, 'accept')).toMatchObject({ status: 200, body: { owner: { id: asked?.id } } });
  expect(await offers(lead, 'all')).toEqual([]);
  expect((await page(ticketId)).why.assignment).toMatchObject({ how: 'accepted', reason: 'least-busy' });
  expect(await codes(ticketId)).toEqual(['offered', 'offer-accepted']);
  expect((await page(ticketId)).ticket.state).toBe('open');
  expect(await answer(asked, offer?.id, 'decline')).toMatchObject({ status: 409, body: { code: 'offer.over' } });
});

it('goes to the next one when declined or not answered, never twice to the same, and says so', async () => {
  const ticketId = await ticketOfTeam();
  await assign();
  const first = await askedNow();
  expect((await answer(first, (await offers(first))[0]?.id, 'decline')).status).toBe(204);
  await assign();
  const second = await askedNow();
  expect(second?.id).toBe((first === ana ? ben : ana)?.id);
  await endOffers();
  expect(await askedNow()).toBe(second);

  await timeIsOver();
  await assign();
  expect(await offers(lead, 'all')).toEqual([]);
  expect((await page(ticketId)).ticket.owner).toBeNull();
  expect(await codes(ticketId)).toEqual(['offered', 'offer-declined', 'offered', 'offer-timed-out']);

  const zoe = await relais.agent('adviser', { name: 'Zoe' });
  await atTheirScreens(relais, [zoe]);
  const members = [ana, ben, zoe].flatMap((one) => one?.id ?? []);
  await givenTeams(relais, someone(lead), [{ id: team, name: 'Fibre', members }]);
  await assign();
  const { assignment } = (await page(ticketId)).why;
  expect(assignment).toMatchObject({ agent: { name: 'Zoe' }, how: 'routed' });
  expect(assignment.others).toEqual(
    expect.arrayContaining([
      { name: first?.name, because: 'declined' },
      { name: second?.name, because: 'no-answer' },
    ]),
  );
  expect((await as(first).post('/api/tickets/next')).status).toBe(204);
});

it('counts what is offered as taken, and offers one at a time', async () => {
  for (let count = 0; count < 6; count += 1) await ticketOfTeam();
  await Promise.all([assign(), assign(), assign()]);
  expect(await offers(lead, 'all')).toHaveLength(2);
  for (let turn = 0; turn < 3; turn += 1) {
    const [offer] = await offers(ana);
    if (offer) await answer(ana, offer.id, 'accept');
    await assign();
  }
  const { body } = await as(lead).get('/api/tickets?view=all');
  expect(body.rows.filter((row: { owner: { id: string } | null }) => row.owner?.id === ana?.id)).toHaveLength(2);
  expect(await offers(ana)).toEqual([]);
});

it('is over once the ticket goes another way, or whoever is asked takes a break', async () => {
  const ticketId = await ticketOfTeam();
  await assign();
  const first = await askedNow();
  await as(lead).post(`/api/tickets/${ticketId}/take`);
  expect(await offers(first)).toEqual([]);
  await as(lead).post(`/api/tickets/${ticketId}/release`);

  await assign();
  const again = await askedNow();
  await as(again).patch('/api/me', { availability: 'break' });
  expect(await offers(again)).toEqual([]);
  await assign();
  expect((await askedNow())?.id).toBe((again === ana ? ben : ana)?.id);
  await as(lead).post(`/api/tickets/${ticketId}/transfer`, { lane: 'community', note: 'For you' });
  expect(await offers(lead, 'all')).toEqual([]);
  expect((await page(ticketId)).ticket.lane).toBe('community');
});

it('ends each offer once, whoever looks at the same time and whoever was down meanwhile', async () => {
  const ticketId = await ticketOfTeam();
  await assign();
  await relais.db.everywhere((sql) => sql.run(`update offer as o set ends_at = now() - interval '1 hour'`));
  const other = await givenRelais({
    settings: { role: 'api' },
    database: relais.database,
    secretKey: relais.parts.secretKey,
  });
  try {
    await Promise.all([endOffers(), other.running.app.get(EndOffers).run(), endOffers()]);
  } finally {
    await other.stop();
  }
  expect(await codes(ticketId)).toEqual(['offered', 'offer-timed-out']);
});
