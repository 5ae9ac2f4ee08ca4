import { givenPostgres, givenServer } from './rig.mjs';
import { inRounds, ratioOf } from './rounds.mjs';
import { givenSender } from './webhook.mjs';

const views = [
  'todo',
  'unassigned',
  'at-risk',
  'late',
  'window',
  'failed',
  'care',
  'community',
  'expert',
  'all',
  'closed',
];
const people = 2000;

/**
 * P8: the lists of an adviser and of a lead at many tickets ÷ the same at a hundredth of them, one in twenty of them open; and
 * a page from the depth of a list ÷ its first. Milliseconds that nineteen of twenty answers stay within.
 */
export async function queue({ quick }) {
  const [few, many] = quick ? [10_000, 1_000_000] : [100_000, 10_000_000];
  const small = await givenQueue(few);
  const large = await givenQueue(many);
  try {
    const slices = {
      few: () => small.first(),
      many: () => large.first(),
      first: () => large.deep(0),
      deep: () => large.deep(0.6),
    };
    await inRounds(1, slices);
    const rounds = await inRounds(quick ? 5 : 9, slices);
    const words = `${many.toLocaleString('en')} tickets ÷ ${few.toLocaleString('en')}`;
    return [
      {
        id: 'P8',
        what: `p95 of all lists at ${words}`,
        goal: '≤ 1.5, then 1.1',
        unit: ' ms',
        ...ratioOf(rounds, 'many', 'few'),
      },
      {
        id: 'P8b',
        what: 'a page from the depth of the open queue ÷ its first',
        goal: '≤ 1.2, then 1.05',
        unit: ' ms',
        ...ratioOf(rounds, 'deep', 'first'),
      },
    ];
  } finally {
    await small.stop();
    await large.stop();
  }
}

async function givenQueue(count) {
  const postgres = await givenPostgres();
  const server = await givenServer({ ...postgres, environment: { RELAIS_ROLE: 'api' } });
  const pool = postgres.pool(2);
  const { account, call } = await givenSender(server);
  const {
    rows: [{ id: workspaceId }],
  } = await pool.query('select id from workspace');
  const {
    rows: [{ id: agentId }],
  } = await pool.query('select id from agent');
  await fill(pool, { workspaceId, agentId, accountId: account.id, count });
  const timed = async (path) => {
    const startedAt = performance.now();
    await call('GET', path);
    return performance.now() - startedAt;
  };
  return {
    async first() {
      const times = [];
      for (let turn = 0; turn < 3; turn += 1)
        for (const view of views) times.push(await timed(`/api/tickets?view=${view}&limit=50`));
      return p95(times);
    },
    async deep(share) {
      const after = share === 0 ? '' : `&after=${encodeURIComponent(await placeAt(pool, share))}`;
      const times = [];
      for (let turn = 0; turn < 20; turn += 1) times.push(await timed(`/api/tickets?view=all&limit=50${after}`));
      return p95(times);
    },
    async stop() {
      await pool.end();
      await server.stop();
      await postgres.stop();
    },
  };
}

/** Written at once: a hundred thousand rows a second, where the product's way would take days. */
async function fill(pool, { workspaceId, agentId, accountId, count }) {
  await pool.query(
    `insert into person (workspace_id, id, name) select $1, md5('p' || n)::uuid, 'Person ' || n from generate_series(1, $2::int) as n`,
    [workspaceId, people],
  );
  await pool.query(
    `insert into identity (workspace_id, id, person_id, network, scope, external_id, name, seen_at)
     select $1, md5('i' || n)::uuid, md5('p' || n)::uuid, 'messenger', 'bench', 'x' || n, 'Person ' || n, now() from generate_series(1, $2::int) as n`,
    [workspaceId, people],
  );
  const step = 500_000;
  for (let from = 1; from <= count; from += step) {
    await pool.query(ticketsSql, [workspaceId, accountId, agentId, from, Math.min(from + step - 1, count), people]);
  }
  await pool.query('vacuum analyze');
}

const ticketsSql = `
  insert into ticket (workspace_id, id, state, outcome, lane, lane_rule, topic, language, person_id, identity_id, account_id, space,
    message_kind, preview, unanswered, troubled_sends, owner_id, due_at, due_kind, window_at, waiting_since, urgent_at, last_activity_at, closed_at)
  select $1, md5('t' || n)::uuid, case when n % 20 = 0 then (array['new', 'open', 'waiting_customer'])[1 + n / 20 % 3] else 'closed' end,
    case when n % 20 = 0 then null else 'resolved' end,
    case when n / 20 % 50 = 0 then 'expert' when n / 20 % 5 = 0 then 'community' else 'care' end, 'topic', 'billing', 'fr',
    md5('p' || (1 + n % $6))::uuid, md5('i' || (1 + n % $6))::uuid, $2, 'private', 'direct', 'Toujours pas de connexion depuis mardi ' || n,
    1, case when n % 20000 = 0 then 1 else 0 end, case when n / 20 % 3 = 1 then $3::uuid end,
    now() + (n % 100000 - 50000) * interval '1 minute', 'first_reply', now() + (n % 2880) * interval '1 minute', now() - (n % 5000) * interval '1 minute',
    now() + (n % 100000 - 50000) * interval '1 minute', now() - n * interval '1 second', case when n % 20 = 0 then null else now() end
  from generate_series($4::bigint, $5::bigint) as n`;

async function placeAt(pool, share) {
  const { rows } = await pool.query(
    `select urgent_at::text || '~' || id as place from ticket where state <> 'closed' order by urgent_at, id
     offset (select floor(count(*) * $1::float8) from ticket where state <> 'closed') limit 1`,
    [share],
  );
  return rows[0].place;
}

function p95(times) {
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
}
