import { AssignTickets } from '../../src/actions/routing/assign-tickets.js';
import { newId } from '../../src/platform/ids.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenTeams, type GivenTeam } from '../support/given-teams.js';
import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(120_000);

let relais: TestRelais;
let lead: Person;
beforeEach(async () => {
  // Without workers of its own: each step is taken by the test.
  relais = await givenRelais({ settings: { role: 'api' } });
  lead = await relais.agent('team_lead');
});
afterEach(() => relais.stop());

const assign = () => relais.running.app.get(AssignTickets).run();
const page = async (id: string) => (await relais.as(lead).get(`/api/tickets/${id}`)).body;
const ownerOf = async (id: string): Promise<string | null> => (await page(id)).ticket.owner?.name ?? null;

const saveTeams = (...teams: GivenTeam[]) => givenTeams(relais, lead, teams);

async function able(person: Person, level: number): Promise<void> {
  const skills = [{ name: 'fibre', level }];
  const saved = await relais.as(lead).call('PUT', `/api/agents/${person.id}/skills`, { skills });
  expect(saved).toMatchObject({ status: 200, body: { skills: { fibre: level } } });
}

interface Wanted {
  readonly teamId?: string;
  readonly level?: number;
  /** Minutes of the hour that it has to be given to somebody that are gone. */
  readonly waited?: number;
}

async function ticketFor({ teamId, level, waited = 0 }: Wanted = {}): Promise<string> {
  const { ticketId } = await givenTicket(relais, 'care');
  const skills = level === undefined ? [] : [{ name: 'fibre', level }];
  await relais.db.everywhere((sql) =>
    sql.run(
      `update ticket set team_id = $2, skills = $3, created_at = now() - make_interval(mins => $4), waiting_since = null,
              due_at = now() + make_interval(mins => 60 - $4) where id = $1`,
      [ticketId, teamId ?? null, JSON.stringify(skills), waited],
    ),
  );
  return ticketId;
}

it('gives to those of the team who are able, and says who was left out and why', async () => {
  const [ana, ben, zoe] = [
    await relais.agent('adviser', { name: 'Ana' }),
    await relais.agent('adviser', { name: 'Ben' }),
    await relais.agent('adviser', { name: 'Zoe' }),
  ];
  await atTheirScreens(relais, [ana, ben, zoe]);
  const fibre = newId();
  await saveTeams({ id: fibre, name: 'Fibre', members: [ana.id, ben.id] });
  await able(ana, 1);
  await able(ben, 2);
  const ticketId = await ticketFor({ teamId: fibre, level: 2 });
  await assign();
  expect((await page(ticketId)).why.assignment).toMatchObject({
    agent: { name: 'Ben' },
    others: [
      { name: 'Ana', because: 'skill' },
      { name: 'Zoe', because: 'team' },
    ],
  });
});

it('asks less the longer a ticket waits: the level, then the neighbours, then the leads are told', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  await atTheirScreens(relais, [ana]);
  await able(ana, 1);
  const [fibre, mobile] = [newId(), newId()];
  await saveTeams(
    { id: fibre, name: 'Fibre', members: [], neighbourId: mobile },
    { id: mobile, name: 'Mobile', members: [ana.id] },
  );
  const early = await ticketFor({ level: 3, waited: 20 });
  const half = await ticketFor({ level: 3, waited: 31 });
  const ofTeam = await ticketFor({ teamId: fibre, level: 3, waited: 40 });
  const late = await ticketFor({ teamId: fibre, level: 3, waited: 50 });
  await assign();
  expect([await ownerOf(early), await ownerOf(half), await ownerOf(ofTeam), await ownerOf(late)]).toEqual([
    null,
    'Ana',
    null,
    'Ana',
  ]);
  const nobody = await ticketFor({ teamId: newId(), waited: 61 });
  await relais.db.everywhere((sql) =>
    sql.run(
      `insert into clock (workspace_id, id, ticket_id, kind, state, started_at, due_at)
       values ($1, $2, $3, 'assignment', 'running', now() - interval '61 minutes', now() - interval '1 minute')`,
      [relais.running.workspaceId, newId(), nobody],
    ),
  );
  await assign();
  expect(await page(nobody)).toMatchObject({ why: { lane: { trayAt: expect.any(String) }, assignment: null } });
  expect((await page(nobody)).history).toMatchObject([{ code: 'tray' }]);
});

it('gives those of a team that asks for its work nothing unasked, and what presses most when they ask', async () => {
  const [ana, ben] = [await relais.agent('adviser', { name: 'Ana', capacity: 2 }), await relais.agent('adviser')];
  await atTheirScreens(relais, [ana, ben]);
  const fibre = newId();
  await saveTeams({ id: fibre, name: 'Fibre', members: [ana.id], mode: 'pull' });
  const [first, second, third] = [
    await ticketFor({ teamId: fibre }),
    await ticketFor({ teamId: fibre }),
    await ticketFor({ teamId: fibre }),
  ];
  await assign();
  expect(await ownerOf(first)).toBeNull();

  const next = () => relais.as(ana).post('/api/tickets/next');
  const answers = await Promise.all([next(), next(), next()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 204]);
  expect([await ownerOf(first), await ownerOf(second), await ownerOf(third)]).toEqual(['Ana', 'Ana', null]);
  expect((await relais.as(ben).post('/api/tickets/next')).status).toBe(204);
});

it('gives somebody only work of the accounts they may work on, and says whom that left out', async () => {
  const [ana, ben] = [await relais.agent('adviser', { name: 'Ana' }), await relais.agent('adviser', { name: 'Ben' })];
  await atTheirScreens(relais, [ana, ben]);
  const reach = { networks: ['facebook'], accounts: [], brands: [] };
  const saved = await relais.as(lead).call('PUT', `/api/agents/${ana.id}/skills`, { skills: [], reach });
  expect(saved).toMatchObject({ status: 200, body: { reach } });
  const ticketId = await ticketFor();
  expect((await relais.as(ana).post('/api/tickets/next')).status).toBe(204);
  await assign();
  expect((await page(ticketId)).why.assignment).toMatchObject({
    agent: { name: 'Ben' },
    others: [{ name: 'Ana', because: 'account' }],
  });
});

it('calls who is on call when nobody is at work, for what cannot wait', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  await atTheirScreens(relais, [ana]);
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1440 }));
  const onCallId = newId();
  const calendars = [{ id: onCallId, name: 'On call', zone: 'Europe/Paris', week, days: [] }];
  const { body } = await relais.as(lead).get('/api/sla/calendars');
  await relais.as(lead).call('PUT', '/api/sla/calendars', { version: body.version, calendars });
  const saved = await relais.as(lead).call('PUT', `/api/agents/${ana.id}/skills`, { skills: [], onCallId });
  expect(saved).toMatchObject({ status: 200, body: { onCallId, shiftId: null } });
  const [usual, urgent] = [await ticketFor(), await ticketFor()];
  await relais.as(lead).post(`/api/tickets/${urgent}/classify`, { priority: 1 });
  await assign();
  expect(await ownerOf(usual)).toBeNull();
  expect((await page(urgent)).why.assignment).toMatchObject({ agent: { name: 'Ana' }, reason: 'on-call' });
});

it('gives nothing more to somebody who finishes their work, though they ask', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  await atTheirScreens(relais, [ana]);
  const mine = await ticketFor();
  await relais.as(ana).post(`/api/tickets/${mine}/take`);
  await relais.as(ana).patch('/api/me', { availability: 'finishing' });
  const next = await ticketFor();
  await assign();
  expect([await ownerOf(mine), await ownerOf(next)]).toEqual(['Ana', null]);
  expect(await relais.as(ana).post('/api/tickets/next')).toMatchObject({
    status: 409,
    body: { code: 'next.finishing' },
  });
});
