import { AssignTickets } from '../../src/actions/routing/assign-tickets.js';
import { RequeueLeft } from '../../src/actions/routing/requeue-left.js';
import { newId } from '../../src/platform/ids.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let admin: Person;
beforeEach(async () => {
  // Without workers of its own: each step is taken by the test.
  relais = await givenRelais({ settings: { role: 'api' } });
  admin = await relais.agent('admin');
});
afterEach(() => relais.stop());

const assign = () => relais.running.app.get(AssignTickets).run();
const requeue = () => relais.running.app.get(RequeueLeft).run();

const here = (...people: Person[]) => atTheirScreens(relais, people);

async function ownerOf(ticketId: string): Promise<string | null> {
  const { body } = await relais.as(admin).get(`/api/tickets/${ticketId}`);
  return body.ticket.owner?.id ?? null;
}

/** As their own row says, whatever their screens do. */
async function longAgoIn(person: Person): Promise<void> {
  await relais.db.everywhere((sql) =>
    sql.run(`update agent as g set last_seen_at = now() - interval '3 minutes' where g.id = $1`, [person.id]),
  );
}

async function longAgo(person: Person): Promise<void> {
  await longAgoIn(person);
  await relais.db.everywhere(async (sql) => {
    await sql.run('delete from presence as p where p.agent_id = $1', [person.id]);
    await sql.run(`update assignment as s set started_at = now() - interval '3 minutes' where s.agent_id = $1`, [
      person.id,
    ]);
  });
}

it('gives a ticket to who is there, with the reason and everybody who was left out', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  await relais.agent('adviser', { name: 'Ben' });
  const { ticketId } = await givenTicket(relais, 'care');
  await assign();
  expect(await ownerOf(ticketId)).toBeNull();

  await here(ana);
  await assign();
  expect(await ownerOf(ticketId)).toBe(ana.id);
  const { body } = await relais.as(ana).get(`/api/tickets/${ticketId}`);
  expect(body.why.assignment).toMatchObject({
    how: 'routed',
    reason: 'least-busy',
    slots: { limit: 8 },
    others: [{ name: 'Ben', because: 'not-connected' }],
  });
});

it('never fills anybody beyond their slots, whoever assigns at the same time', async () => {
  const ana = await relais.agent('adviser', { capacity: 3 });
  const ben = await relais.agent('adviser', { capacity: 5 });
  await here(ana, ben);
  const tickets: string[] = [];
  for (let count = 0; count < 12; count += 1) tickets.push((await givenTicket(relais, 'care')).ticketId);
  await Promise.all([assign(), assign(), assign(), assign()]);
  const loads = await relais.db.read((sql) =>
    sql.many<{ id: string; load: number }>(
      `select t.owner_id as id, sum(case t.space when 'private' then 2 else 1 end)::int as load
         from ticket as t where t.owner_id is not null group by t.owner_id`,
    ),
  );
  expect(loads.find(({ id }) => id === ana.id)?.load).toBe(3);
  expect(loads.find(({ id }) => id === ben.id)?.load).toBe(5);
});

it('takes back what somebody who has gone away never looked at, and gives it to another', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  await here(ana);
  const { ticketId } = await givenTicket(relais, 'care');
  await assign();
  await requeue();
  expect(await ownerOf(ticketId)).toBe(ana.id);

  await longAgo(ana);
  const ben = await relais.agent('adviser', { name: 'Ben' });
  await here(ben);
  await requeue();
  expect(await ownerOf(ticketId)).toBeNull();
  await assign();
  expect(await ownerOf(ticketId)).toBe(ben.id);
});

it('lays before the leads what somebody who is gone had begun or owes an answer for, with what they wrote', async () => {
  const ana = await relais.agent('adviser', { name: 'Ana' });
  const ben = await relais.agent('adviser', { name: 'Ben' });
  await here(ana, ben);
  const [owed, answered] = [await givenTicket(relais, 'care'), await givenTicket(relais, 'care')];
  for (const { ticketId } of [owed, answered]) await relais.as(ana).post(`/api/tickets/${ticketId}/take`);
  await relais.as(ana).post(`/api/tickets/${answered.ticketId}/wait`, { for: 'customer' });
  await relais.db.everywhere((sql) =>
    sql.run(`update clock as c set state = 'met', stopped_at = now() where c.ticket_id = $1`, [answered.ticketId]),
  );
  const text = 'I look into it and';
  const draft = { id: newId(), mode: 'public', base: 0, text, fileIds: [], threadId: owed.threadId };
  expect(await relais.as(ana).call('PUT', `/api/tickets/${owed.ticketId}/drafts`, draft)).toMatchObject({
    status: 200,
  });
  await longAgo(ana);
  await requeue();
  await assign();
  expect(await ownerOf(answered.ticketId)).toBe(ana.id);
  const { body } = await relais.as(ben).get(`/api/tickets/${owed.ticketId}`);
  expect(body).toMatchObject({
    ticket: { owner: null },
    why: { lane: { held: true, trayAt: expect.any(String) } },
    drafts: [{ text, author: { name: 'Ana' }, shared: true }],
  });
  expect(body.history.at(-1)).toMatchObject({ code: 'tray', facts: { because: 'away', from: 'Ana', draft: 'yes' } });
  expect((await relais.as(ben).post(`/api/tickets/${owed.ticketId}/take`)).status).toBe(200);
});

it('takes for gone whom the workspace takes for gone, and nobody who is at another screen', async () => {
  const ana = await relais.agent('adviser');
  const { ticketId } = await givenTicket(relais, 'care');
  await relais.as(ana).post(`/api/tickets/${ticketId}/take`);
  await longAgo(ana);
  await here(ana);
  await longAgoIn(ana);
  await requeue();
  expect(await ownerOf(ticketId)).toBe(ana.id);
  await relais.db.everywhere((sql) => sql.run('delete from presence as p where p.agent_id = $1', [ana.id]));
  const settings = { leftSeconds: 600, pickFromTop: null, skipsPerDay: null };
  await relais.as(admin).call('PUT', '/api/routing/settings', settings);
  await requeue();
  expect(await ownerOf(ticketId)).toBe(ana.id);
  await relais.as(admin).call('PUT', '/api/routing/settings', { ...settings, leftSeconds: 120 });
  await requeue();
  expect(await ownerOf(ticketId)).toBeNull();
});

it('does not give a ticket again to who gave it back', async () => {
  const ana = await relais.agent('adviser');
  await here(ana);
  const { ticketId } = await givenTicket(relais, 'care');
  await assign();
  await relais.as(ana).post(`/api/tickets/${ticketId}/release`);
  await assign();
  expect(await ownerOf(ticketId)).toBeNull();
});
