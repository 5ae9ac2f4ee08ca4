import { Client } from 'pg';
import { newId } from '../../src/platform/ids.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { Sql } from '../../src/store/sql.js';
import { appendToFeed, snapshotCursor } from '../../src/store/feed/feed.store.js';
import { LiveConsole } from '../support/live-client.js';
import { numbered, numberOf, openTicket, openWorkspace, signIn, type SignedIn } from '../support/live-people.js';
import { startLive, type LiveServer } from '../support/live-server.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(30_000);

let options: PgOptions;
let servers: LiveServer[];
let first: LiveServer;
let workspaceId: number;
let ticketId: string;
let lead: SignedIn;
const consoles: LiveConsole[] = [];

beforeAll(async () => {
  options = await freshDatabase();
  first = await startLive(options);
  servers = [first, await startLive(options, { wakeups: false })];
  workspaceId = await openWorkspace(first.db);
  ticketId = await openTicket(first.db, workspaceId, 'care');
  lead = await signIn(first.db, workspaceId, 'team_lead');
});

afterEach(() => {
  for (const console of consoles.splice(0)) console.leave();
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  await dropDatabase(options);
});

const cursorNow = () => first.db.read((sql) => snapshotCursor(sql, workspaceId));

async function open(server: LiveServer): Promise<LiveConsole> {
  const console = await LiveConsole.open({ url: server.url, token: lead.token, load: cursorNow });
  consoles.push(console);
  return console;
}

/** Always the same numbers, from 0 up to 1. */
function* repeatable(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** Writers whose transactions overlap in every way: begun in one order, ended in another, some of them in vain. */
class Writers {
  readonly committed: number[] = [];
  private next = 0;
  private readonly open: { runner: ReturnType<LiveServer['source']['createQueryRunner']>; numbers: number[] }[] = [];

  constructor(
    private readonly server: LiveServer,
    private readonly dice: Generator<number, never>,
  ) {}

  async step(): Promise<void> {
    const roll = this.dice.next().value;
    const some = this.open[Math.floor(this.dice.next().value * this.open.length)];
    if (!some || (roll < 0.3 && this.open.length < 6)) await this.begin();
    else if (roll < 0.6) await this.write(some);
    else await this.end(some, roll < 0.95 ? 'commit' : 'rollback');
  }

  async endAll(): Promise<void> {
    for (const one of [...this.open]) await this.end(one, 'commit');
  }

  private async begin(): Promise<void> {
    const runner = this.server.source.createQueryRunner();
    await runner.query('begin');
    const one = { runner, numbers: [] };
    this.open.push(one);
    await this.write(one);
  }

  private async write({ runner, numbers }: Writers['open'][number]): Promise<void> {
    const number = (this.next += 1);
    await appendToFeed(new Sql(runner), workspaceId, [numbered(ticketId, number)]);
    numbers.push(number);
  }

  private async end(one: Writers['open'][number], how: 'commit' | 'rollback'): Promise<void> {
    this.open.splice(this.open.indexOf(one), 1);
    await one.runner.query(how);
    await one.runner.release();
    if (how === 'commit') this.committed.push(...one.numbers);
  }
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

it('skips nothing and tells nothing twice, however transactions overlap and lines break', async () => {
  const dice = repeatable(7);
  const writers = new Writers(first, dice);
  const readers = [await open(first), await open(first), await open(servers[1] ?? first)];
  for (let step = 0; step < 1500; step += 1) {
    await writers.step();
    if (step % 60 === 0) readers[(step / 60) % readers.length]?.breakLine();
    if (step % 40 === 0) await first.hasRead();
  }
  await writers.endAll();

  for (const reader of readers) {
    await reader.until(() => reader.events.length >= writers.committed.length && reader.state === 'live');
    expect(sorted(reader.events.map(numberOf))).toEqual(sorted(writers.committed));
  }
});

it('tells events in one order to everybody', async () => {
  const readers = [await open(first), await open(servers[1] ?? first)];
  const writers = new Writers(first, repeatable(11));
  for (let step = 0; step < 200; step += 1) await writers.step();
  await writers.endAll();
  for (const reader of readers) await reader.until(() => reader.events.length >= writers.committed.length);

  const [one, other] = readers;
  expect(one?.events.length).toBeGreaterThan(0);
  expect(one?.events).toEqual(other?.events);
});

it('holds back what stands behind a slow transaction, and loses neither', async () => {
  const reader = await open(first);
  const slow = first.source.createQueryRunner();
  await slow.query('begin');
  await appendToFeed(new Sql(slow), workspaceId, [numbered(ticketId, 1)]);
  await first.db.transaction(workspaceId, (tx) => tx.tell(numbered(ticketId, 2)));
  await first.hasRead();
  expect(reader.events).toEqual([]);
  const late = await cursorNow();
  await slow.query('commit');
  await slow.release();

  await reader.until(() => reader.events.length === 2);
  expect(reader.events.map(numberOf)).toEqual([1, 2]);

  // Who loaded in between has seen the second only: the first must still come.
  const between = new LiveConsole({ url: first.url, token: lead.token, load: cursorNow });
  consoles.push(between);
  between.client.loaded(late);
  await between.until(() => between.events.length >= 2);
  expect(between.events.map(numberOf)).toContain(1);
});

it('goes on when the database ends every connection', async () => {
  const readers = [await open(first), await open(servers[1] ?? first)];
  const owner = new Client({ ...options, database: 'postgres' });
  await owner.connect();
  const told: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [options.database]);
    const number = 1000 + round;
    await tellSomehow(number);
    told.push(number);
    for (const reader of readers) await reader.until(() => reader.events.some((event) => numberOf(event) === number));
  }
  await owner.end();
  for (const reader of readers) expect(reader.events.map(numberOf)).toEqual(told);
  for (const server of servers) expect(server.loops.states().length).toBe(3);
});

/** A broken connection of the pool fails once each; the caller's own retry is not what is tried here. */
async function tellSomehow(number: number): Promise<void> {
  for (;;) {
    try {
      await first.db.transaction(workspaceId, (tx) => tx.tell(numbered(ticketId, number)));
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
}

it('loads afresh when its place is not of this feed', async () => {
  const reader = await open(first);
  const [epoch = '', xid = '', id = ''] = (await cursorNow()).split('.');
  const ask = async (cursor: string) => (await reader.hello(cursor))?.ok;
  const why = async (cursor: string) => reader.hello(cursor);
  expect(await ask(`${epoch}.${xid}.${id}`)).toBe(true);
  expect(await why(`${newId()}.${xid}.${id}`)).toEqual({ ok: false, resync: 'epoch' });
  expect(await why(`${epoch}.${String(BigInt(xid) + 10_000n)}.0`)).toEqual({ ok: false, resync: 'unknown' });
  expect(await why(`${epoch}.99999999999999999999.0`)).toEqual({ ok: false, resync: 'unknown' });
  expect(await why('nonsense')).toEqual({ ok: false, resync: 'unknown' });
});
