import { Client } from 'pg';
import { newId } from '../../src/platform/ids.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';

/** A migrated, empty database that no other test knows. About 0.2 s: one for each test file, not for each test. */
export async function freshDatabase(): Promise<PgOptions> {
  const name = `test_${newId().replaceAll('-', '')}`;
  await asOwner(`create database ${name} template template`);
  return { ...template(), database: name };
}

/** Ends whatever still uses it. */
export async function dropDatabase({ database }: PgOptions): Promise<void> {
  await asOwner(`drop database if exists ${database} with (force)`);
}

/** The migrated database that the others are copied from: global-setup.mjs says where. */
function template(): PgOptions {
  const told = process.env['TEST_POSTGRES'];
  if (told === undefined) throw new Error('no PostgreSQL runs for this test: is it in the project "integration"?');
  return JSON.parse(told);
}

async function asOwner(statement: string): Promise<void> {
  // Not connected to the template itself: it can be copied only while nobody uses it.
  const client = new Client({ ...template(), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
