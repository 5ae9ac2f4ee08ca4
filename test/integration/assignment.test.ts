import { AssignTickets } from '../../src/actions/routing/assign-tickets.js';
import { RequeueLeft } from '../../src/actions/routing/requeue-left.js';
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

async function longAgo(person: Person): Promise<void> {
  await relais.db.everywhere(async (sql) => {
    await sql.run(`update agent as g set last_seen_at = now() - interval '3 minutes' where g.id = $1`, [person.id]);
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

it('leaves with them what they took themselves', async () => {
  const ana = await relais.agent('adviser');
  const { ticketId } = await givenTicket(relais, 'care');
  await relais.as(ana).post(`/api/tickets/${ticketId}/take`);
  await longAgo(ana);
  await requeue();
  expect(await ownerOf(ticketId)).toBe(ana.id);
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
