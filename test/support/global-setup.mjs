import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, root } from '../../src/tools/build.mjs';
import tearDown from './global-teardown.mjs';

/** For tests only: nothing of this database is to survive, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** One PostgreSQL for the whole run, with a migrated database that every test file gets a copy of. */
export default async function setUp() {
  const home = mkdtempSync(join(tmpdir(), 'relais-test-'));
  // Jest compiles what tests import, but not what this file does; so it compiles for itself.
  const compiled = join(root, 'dist', `test-${process.pid}`);
  compile(compiled);
  const load = (path) => import(pathToFileURL(join(compiled, 'src', path)).href);
  const { EmbeddedPostgres } = await load('platform/postgres/embedded-postgres.js');
  const { openLog } = await load('platform/log.js');

  const postgres = await EmbeddedPostgres.start({
    folder: join(home, 'postgres'),
    database: 'template',
    log: openLog({ level: 'error' }),
    settings,
    onLost: (error) => console.error('The database of the tests is lost.', error),
  });
  globalThis.relaisTests = { home, compiled, postgres };
  process.env.TEST_POSTGRES = JSON.stringify(postgres.options);
  await migrateWith(load, postgres.options).catch(async (error) => {
    await tearDown();
    throw error;
  });
}

async function migrateWith(load, options) {
  if (!existsSync(join(root, 'src/store/migrate.ts'))) return;
  const { migrate } = await load('store/migrate.js');
  await migrate(options);
}
