import type { PgOptions } from '../platform/postgres/pg-options.js';
import { dataSourceOf } from './data-source.js';

/** Any number that every instance of Relais agrees on: the lock that lets one of them migrate. */
const migrationLock = 7_245_001;

/** Brings the schema up to date. Instances that start together take turns; the second finds nothing to do. */
export async function migrate(options: PgOptions): Promise<void> {
  const source = await dataSourceOf(options, { connections: 2, statementMs: 0 }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await source.runMigrations();
  } finally {
    await runner.release();
    await source.destroy();
  }
}
