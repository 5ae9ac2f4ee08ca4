import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/free-port.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { givenAdvisers, givenComments, keepConnected } from '../support/given-crowd.js';
import { givenRelais, type TestRelais } from '../support/relais.js';
import { ServerProcess } from '../support/server-process.js';

// For the whole proof, `npm run bench:assignment`: 10,000 tickets, 200 people.
const tickets = Number(process.env['ASSIGN_TICKETS'] ?? 600);
const people = Number(process.env['ASSIGN_PEOPLE'] ?? 30);
const mostMinutes = 40;
jest.setTimeout(mostMinutes * 60_000);

/** Room for everything, and a fifth more; no two neighbours have the same. */
const fair = Math.ceil((tickets / people) * 1.2);
const capacities = [fair - 3, fair, fair + 5];

let relais: TestRelais;
let home: string;
const workers: ServerProcess[] = [];

beforeAll(async () => {
  relais = await givenRelais({ settings: { role: 'api' } });
  home = await mkdtemp(join(tmpdir(), 'relais-assign-'));
  for (const name of ['one', 'two']) {
    const port = String(await freePort('127.0.0.1'));
    workers.push(
      new ServerProcess({
        RELAIS_ROLE: 'worker',
        RELAIS_DATA_DIR: join(home, name),
        RELAIS_PORT: port,
        RELAIS_LOG_LEVEL: 'silent',
        DATABASE_URL: urlOf(relais.database),
      }),
    );
  }
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await relais.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 10 });
});

function urlOf({ host, port = 5432, user, password = '', database }: PgOptions): string {
  return `postgres://${user}:${password}@localhost:${String(port)}/${database}?host=${encodeURIComponent(host)}`;
}

interface Hands {
  readonly capacity: number;
  readonly languages: string;
  readonly load: number;
}

interface Sample {
  readonly hands: readonly Hands[];
  readonly given: number;
  /** Tickets that two people have, or that one has without an assignment that says so. */
  readonly wrong: number;
}

/** One look at everything, in one snapshot. */
function look(): Promise<Sample> {
  return relais.db.read(async (sql) => ({
    hands: await sql.many<Hands>(
      `select g.capacity, array_to_string(g.languages, ' ') as languages, count(t.id)::int as load from agent as g
         left join ticket as t on t.workspace_id = g.workspace_id and t.owner_id = g.id and t.state <> 'closed'
        where g.role = 'adviser' group by g.id, g.capacity, g.languages`,
    ),
    ...(await sql.one<Pick<Sample, 'given' | 'wrong'>>(
      `select count(*) filter (where t.owner_id is not null)::int as given,
              count(*) filter (where s.hands > 1 or (t.owner_id is not null) <> (s.hands = 1)
                or s.agent <> t.owner_id)::int as wrong
         from ticket as t
         cross join lateral (select count(*) as hands, (array_agg(s.agent_id))[1] as agent from assignment as s
           where s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.ended_at is null) as s`,
    )),
  }));
}

/** How far apart the loads of equals are, in slots of the one with the fewest. */
function spreadOf(hands: readonly Hands[]): number {
  const spreads = [...Map.groupBy(hands, ({ languages }) => languages).values()].map((equals) => {
    const ratios = equals.map(({ load, capacity }) => load / capacity);
    return (Math.max(...ratios) - Math.min(...ratios)) * Math.min(...equals.map(({ capacity }) => capacity));
  });
  return Math.max(...spreads);
}

it(`gives ${tickets} tickets to ${people} people by two processes: one pair of hands each, nobody too full, equals alike`, async () => {
  await givenAdvisers(relais, people, capacities);
  await givenComments(relais, tickets);
  const began = performance.now();
  for (const worker of workers) await worker.start();

  let samples = 0;
  let widest = 0;
  let connectedAt = performance.now();
  for (;;) {
    const sample = await look();
    samples += 1;
    widest = Math.max(widest, spreadOf(sample.hands));
    expect(sample.wrong).toBe(0);
    expect(sample.hands.filter(({ load, capacity }) => load > capacity)).toEqual([]);
    if (sample.given === tickets) break;
    if (performance.now() - connectedAt > 10_000) {
      connectedAt = performance.now();
      await keepConnected(relais);
    }
    await pause(100);
  }
  const seconds = (performance.now() - began) / 1000;
  const { given } = await relais.db.read((sql) =>
    sql.one<{ given: number }>('select count(*)::int as given from assignment as s'),
  );
  expect(given).toBe(tickets);
  // Shares are fractions: exactly one slot is a hair more at times.
  expect(widest).toBeLessThan(1.000_001);
  if (process.env['ASSIGN_TICKETS'] !== undefined) {
    process.stdout.write(
      `${tickets} tickets, ${people} people, 2 processes: ${seconds.toFixed(1)} s, ${samples} samples, ` +
        `equals at most ${widest.toFixed(2)} slots apart\n`,
    );
  }
});
