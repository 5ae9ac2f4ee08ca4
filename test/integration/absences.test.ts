import { AssignTickets } from '../../src/actions/routing/assign-tickets.js';
import { BeginAbsences } from '../../src/actions/team/begin-absences.js';
import { newId } from '../../src/platform/ids.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenTeams } from '../support/given-teams.js';
import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let lead: Person;
let ana: Person;
let ben: Person;
beforeEach(async () => {
  // Without workers of its own: each step is taken by the test.
  relais = await givenRelais({ settings: { role: 'api' } });
  lead = await relais.agent('team_lead', { name: 'Lead' });
  ana = await relais.agent('adviser', { name: 'Ana' });
  ben = await relais.agent('adviser', { name: 'Ben' });
  await atTheirScreens(relais, [ana, ben]);
});
afterEach(() => relais.stop());

const assign = () => relais.running.app.get(AssignTickets).run();
const begin = () => relais.running.app.get(BeginAbsences).run();
const page = async (id: string) => (await relais.as(lead).get(`/api/tickets/${id}`)).body;
const ownerOf = async (id: string): Promise<string | null> => (await page(id)).ticket.owner?.name ?? null;

const hour = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
const leave = { from: inHours(-1), until: inHours(24), reason: 'sick', standInId: null, openWork: 'stays' };

async function away(person: Person, facts: object = {}, by = person): Promise<string> {
  const saved = await relais.as(by).post('/api/absences', { ...leave, agentId: person.id, ...facts });
  expect(saved).toMatchObject({ status: 200 });
  return saved.body.id;
}

async function taken(person: Person): Promise<string> {
  const { ticketId } = await givenTicket(relais, 'care');
  expect((await relais.as(person).post(`/api/tickets/${ticketId}/take`)).status).toBe(200);
  return ticketId;
}

it('gives nothing to who is away, says so, and gives again once they are back', async () => {
  const id = await away(ana);
  const { ticketId } = await givenTicket(relais, 'care');
  await assign();
  expect((await page(ticketId)).why.assignment).toMatchObject({
    agent: { name: 'Ben' },
    others: [{ name: 'Ana', because: 'absent' }],
  });
  expect((await relais.as(ana).delete(`/api/absences/${id}`)).status).toBe(204);
  const { ticketId: next } = await givenTicket(relais, 'care');
  await assign();
  expect(await ownerOf(next)).toBe('Ana');
});

it('moves what they have in hand when it begins, once, to the stand-in or to the queue, or leaves it', async () => {
  const [moves, stays] = [await taken(ana), await taken(ben)];
  const planned = await away(ana, { from: inHours(1), openWork: 'moves', standInId: ben.id }, lead);
  await away(ben, { from: inHours(1) });
  await begin();
  expect(await ownerOf(moves)).toBe('Ana');

  await relais.as(lead).call('PUT', `/api/absences/${planned}`, { ...leave, openWork: 'moves', standInId: ben.id });
  await Promise.all([begin(), begin(), begin()]);
  expect(await ownerOf(moves)).toBe('Ben');
  expect((await page(moves)).history.map(({ code }: { code: string }) => code)).toEqual(['taken', 'assigned']);
  expect((await page(moves)).why.assignment).toMatchObject({ reason: 'stand-in' });

  await relais.db.everywhere((sql) =>
    sql.run(`update absence as b set from_at = now() - interval '1 minute' where b.agent_id = $1`, [ben.id]),
  );
  await begin();
  expect(await ownerOf(stays)).toBe('Ben');

  const zoe = await relais.agent('adviser', { name: 'Zoe' });
  const nobodys = await taken(zoe);
  await away(zoe, { openWork: 'moves' });
  await begin();
  expect(await ownerOf(nobodys)).toBeNull();
});

it('has the stand-in know their customers, work for their team and take what is meant for them', async () => {
  const [team, other] = [newId(), newId()];
  await givenTeams(relais, lead, [
    { id: team, name: 'Fibre', members: [ana.id] },
    { id: other, name: 'Mobile', members: [ben.id] },
  ]);
  const known = await taken(ana);
  await away(ana, { standInId: ben.id });
  const { ticketId: again } = await givenTicket(relais, 'care');
  await relais.db.everywhere((sql) =>
    sql.run(
      `update ticket as t set person_id = (select k.person_id from ticket as k where k.id = $2), team_id = $3 where t.id = $1`,
      [again, known, team],
    ),
  );
  await assign();
  expect((await page(again)).why.assignment).toMatchObject({ agent: { name: 'Ben' }, reason: 'stand-in' });

  const { ticketId } = await givenTicket(relais, 'care');
  const given = await relais.as(lead).post(`/api/tickets/${ticketId}/assign`, { agentId: ana.id });
  expect(given).toMatchObject({ status: 200, body: { owner: { name: 'Ben' } } });
  expect((await page(ticketId)).history).toMatchObject([{ code: 'assigned', facts: { to: 'Ben', for: 'Ana' } }]);

  await away(ben);
  expect(await relais.as(lead).post(`/api/tickets/${ticketId}/assign`, { agentId: ana.id })).toMatchObject({
    status: 409,
    body: { code: 'agent.absent', details: { name: 'Ana' } },
  });
});

it('tells why somebody is away to themselves and to leads alone, and lets only them change it', async () => {
  const id = await away(ana, { standInId: ben.id });
  const listed = async (by: Person) => (await relais.as(by).get('/api/absences')).body;
  expect(await listed(ana)).toMatchObject([{ agent: { name: 'Ana' }, reason: 'sick', standIn: { name: 'Ben' } }]);
  expect(await listed(lead)).toMatchObject([{ reason: 'sick' }]);
  expect(await listed(ben)).toMatchObject([{ reason: null }]);
  expect((await relais.as(ben).delete(`/api/absences/${id}`)).status).toBe(403);
  const { body } = await relais.as(ben).get('/api/agents');
  expect(body.find((one: { id: string }) => one.id === ana.id).absence).toEqual({
    until: leave.until,
    standIn: { id: ben.id, name: 'Ben' },
  });
});

it.each([
  ['times', { until: leave.from }],
  ['times', { from: inHours(-2), until: inHours(-1) }],
  ['overlap', { from: inHours(2), until: inHours(3) }],
  ['stand-in', { from: inHours(48), until: inHours(49), standInId: 'me' }],
])('refuses an absence that cannot be: %s', async (why, facts) => {
  await away(ana);
  const asked = { ...leave, ...facts, ...('standInId' in facts ? { standInId: ana.id } : {}) };
  expect(await relais.as(ana).post('/api/absences', asked)).toMatchObject({
    status: 422,
    body: { code: 'absence.invalid', details: { why } },
  });
});
