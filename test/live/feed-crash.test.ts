import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readCursor } from '../../src/contract/index.js';
import { openLog } from '../../src/platform/log.js';
import { EmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';
import { dataSourceOf } from '../../src/store/data-source.js';
import { Database } from '../../src/store/database.js';
import { feedAfter, snapshotCursor } from '../../src/store/feed/feed.store.js';
import { migrate } from '../../src/store/migrate.js';
import { numbered, openTicket, openWorkspace } from '../support/live-people.js';

jest.setTimeout(30_000);

let home: string;
let postgres: EmbeddedPostgres;
let source: DataSource;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relais-crash-'));
  postgres = await EmbeddedPostgres.start({
    folder: join(home, 'postgres'),
    database: 'relais',
    log: openLog({ level: 'silent' }),
    // What nobody waits for reaches the disk as late as possible, so that a crash loses it.
    settings: { wal_writer_delay: '10000', autovacuum: 'off' },
    onLost: (error) => {
      throw error;
    },
  });
  await migrate(postgres.options);
  source = await dataSourceOf(postgres.options).initialize();
});

afterAll(async () => {
  await source.destroy();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

/** Until the server that is on its way answers; Jest's own limit is the end of patience. */
async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((next) => setImmediate(next));
    }
  }
}

it('misses nothing after a crash, although PostgreSQL gives numbers out again that left no trace', async () => {
  const database = () => new Database(source, { wake: () => {} }, { add: async () => {} });
  const db = database();
  const workspaceId = await openWorkspace(db);
  const ticketId = await openTicket(db, workspaceId, 'care');
  const tell = (number: number) => database().transaction(workspaceId, (tx) => tx.tell(numbered(ticketId, number)));
  await tell(1);

  const lost = await source.query('select pg_current_xact_id()::text as xid from generate_series(1, 1)');
  for (let vain = 0; vain < 50; vain += 1) await source.query('select pg_current_xact_id()');
  const cursor = readCursor(await db.read((sql) => snapshotCursor(sql, workspaceId)));
  if (!cursor || postgres.pid === undefined) throw new Error('nothing to crash');
  // A connection that outlives the server for a moment would still write to its log, and spoil the crash.
  await source.destroy();
  process.kill(postgres.pid, 'SIGKILL');
  source = await untilItWorks(() => dataSourceOf(postgres.options).initialize());
  await tell(2);

  const page = await database().read((sql) => feedAfter(sql, cursor, { workspaceId, limit: 10 }));
  expect(page.rows.map(({ event }) => event)).toEqual([numbered(ticketId, 2)]);
  // Or the crash was too kind to show anything.
  expect(page.rows[0]?.xid).toBeLessThanOrEqual(BigInt(lost[0].xid) + 50n);
});
