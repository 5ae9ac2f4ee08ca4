import { ClimbLadder } from '../../src/actions/sla/climb-ladder.js';
import { claimTimers } from '../../src/store/sla/timer.store.js';
import { defaultBook } from '../../src/domain/sla/default-policy.js';
import { newId } from '../../src/platform/ids.js';
import { eventually } from '../support/eventually.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(300_000);

const overdue = 10_000;

let relais: TestRelais;
beforeAll(async () => {
  relais = await givenRelais({ settings: { role: 'api' } });
});
afterAll(() => relais.stop());

const count = async (statement: string): Promise<number> => {
  const { n } = await relais.db.read((sql) => sql.one<{ n: number }>(`select count(*)::int as n from ${statement}`));
  return n;
};

/** Tickets whose customers were promised an answer within an hour, two hours ago; nobody was there to notice. */
async function givenOverdue(many: number, owner: Person | null): Promise<void> {
  const { workspaceId } = relais.running;
  const [app, account, person, identity] = [newId(), newId(), newId(), newId()];
  const ids = Array.from({ length: many }, () => ({ ticket: newId(), clock: newId() }));
  await relais.db.everywhere(async (sql) => {
    const all = [workspaceId, app, account, person, identity];
    await sql.run(
      `insert into app (workspace_id, id, family, key, settings_sealed) values ($1, $2, 'mastodon', $2::uuid::text, '')`,
      all.slice(0, 2),
    );
    await sql.run(
      `insert into account (workspace_id, id, app_id, network, external_id, name, api_base, settings_sealed)
       values ($1, $3, $2, 'mastodon', $3::uuid::text, 'Northline', 'https://social.example', '')`,
      all.slice(0, 3),
    );
    await sql.run(`insert into person (workspace_id, id, name) values ($1, $2, 'Lea')`, [workspaceId, person]);
    await sql.run(
      `insert into identity (workspace_id, id, person_id, network, scope, external_id, name, seen_at)
       values ($1, $2, $3, 'mastodon', '', $2::uuid::text, 'Lea', now())`,
      [workspaceId, identity, person],
    );
    const rows = [workspaceId, JSON.stringify(ids), person, identity, account, owner?.id ?? null];
    await sql.run(
      `insert into ticket (workspace_id, id, lane, lane_rule, person_id, identity_id, account_id, space, message_kind,
         urgent_at, last_activity_at, owner_id, due_at, due_kind)
       select $1, r.ticket, 'care', 'test', $3, $4, $5, 'public', 'comment', now(), now(), $6, now() - interval '1 hour', 'first_reply'
         from jsonb_to_recordset($2) as r (ticket uuid, clock uuid)`,
      rows,
    );
    await sql.run(
      `insert into clock (workspace_id, id, ticket_id, kind, state, started_at, due_at, minutes)
       select $1, r.clock, r.ticket, 'first_reply', 'running', now() - interval '2 hours', now() - interval '1 hour', 60
         from jsonb_to_recordset($2) as r (ticket uuid, clock uuid)`,
      rows.slice(0, 2),
    );
    await sql.run(
      `insert into sla_timer (workspace_id, clock_id, ticket_id, kind, percent, due_at)
       select $1, r.clock, r.ticket, 'first_reply', 75, now() - interval '75 minutes'
         from jsonb_to_recordset($2) as r (ticket uuid, clock uuid)`,
      rows.slice(0, 2),
    );
    await sql.run('analyze');
  });
}

it('does once, in order and for every ticket, what came while nobody was there', async () => {
  await givenOverdue(overdue, null);
  const began = performance.now();
  const { database, parts } = relais;
  const ask = { settings: { role: 'worker' as const }, database, secretKey: parts.secretKey };
  const workers = await Promise.all([givenRelais(ask), givenRelais(ask)]);
  try {
    await eventually(
      () => count('sla_timer'),
      (left) => {
        expect(left).toBe(0);
      },
      120_000,
    );
  } finally {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${String(overdue)} overdue timers by two processes: ${seconds} s, with their start\n`);
    await Promise.all(workers.map((worker) => worker.stop()));
  }

  const told = await relais.db.read((sql) =>
    sql.many<{ story: string; on_time: boolean; n: number }>(
      `select s.story, s.on_time, count(*)::int as n
         from (select l.clock_id, string_agg(l.event, ' ' order by l.at) as story,
                      bool_and(l.event <> 'breached' or l.at = c.due_at) as on_time
                 from clock_ledger as l join clock as c on c.workspace_id = l.workspace_id and c.id = l.clock_id
                group by l.clock_id) as s
        group by s.story, s.on_time`,
    ),
  );
  expect(told).toEqual([{ story: 'warned breached escalated', on_time: true, n: overdue }]);
  expect(await count(`clock as c where c.breached_at = c.due_at and c.reached = 150`)).toBe(overdue);
  expect(await count(`history as h where h.code = 'breached'`)).toBe(overdue);
  expect(await count(`feed as f where f.body ->> 'type' = 'ticket.changed'`)).toBe(overdue);
  expect(await count('ticket as t where t.version = 2')).toBe(overdue);
});

it('tries policies on all of them, and shows the first', async () => {
  const lead = await relais.agent('team_lead');
  const began = performance.now();
  const { body } = await relais.as(lead).post('/api/sla/policies/dry-run', { policies: defaultBook.policies });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`a dry run over ${String(overdue)} open tickets: ${seconds} s\n`);
  // Nobody has written in these tickets, so no reply is owed.
  expect(body).toMatchObject({ open: overdue, count: overdue });
  expect(body.tickets).toHaveLength(200);
  expect(body.tickets[0].clocks).toMatchObject([{ kind: 'first_reply', to: null }]);
});

it('leaves a ticket to whoever has taken it, until they have been silent for too long', async () => {
  await givenOverdue(3, null);
  const claim = () => relais.db.everywhere((sql) => claimTimers(sql, 10, 20));
  expect(await claim()).toHaveLength(3);
  expect(await claim()).toEqual([]);
  // The one who took them died, and their time is over.
  await relais.db.everywhere((sql) => sql.run(`update sla_timer set leased_until = now() - interval '1 second'`));
  const again = await claim();
  expect(again).toHaveLength(3);

  const [first] = again;
  const ladder = relais.running.app.get(ClimbLadder);
  const fire = () =>
    relais.db.transaction(relais.running.workspaceId, (tx) => ladder.inside(tx, [first?.ticketId ?? '']));
  const events = () =>
    count(`clock_ledger as l join clock as c on c.id = l.clock_id and c.ticket_id = '${first?.ticketId}'`);
  // The dead one was only frozen: both go on at once, and each step is taken once.
  await Promise.all([fire(), fire(), fire()]);
  expect(await events()).toBe(3);
});
