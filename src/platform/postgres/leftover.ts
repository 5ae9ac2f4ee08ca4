import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { errorCode } from '../error-code.js';
import type { Binaries } from './binaries.js';
import type { PgOptions } from './pg-options.js';
import { asOrdinaryUser } from './run-as.js';

const run = promisify(execFile);

/**
 * A Relais that was killed can leave its PostgreSQL behind, on systems that do not end it with us. Ours is the only
 * process on this data folder (see process-lock), so whatever answers there is such an orphan: stopped, not adopted,
 * so that there is one way only in which a database runs.
 */
export async function stopOrphan(binaries: Binaries, folder: string, door: PgOptions): Promise<boolean> {
  if (!(await answers(door))) return false;
  const launch = asOrdinaryUser(binaries.pg_ctl, ['stop', '--pgdata', folder, '--mode=fast', '--wait', '--timeout=30']);
  await run(launch.command, [...launch.args], launch.user ?? {});
  return true;
}

async function answers(door: PgOptions): Promise<boolean> {
  const client = new Client({ ...door, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/**
 * After a reboot the number in postmaster.pid can belong to any process, and PostgreSQL then refuses to start for ever.
 * Removes the file when its process is certainly no PostgreSQL; Linux only, where that can be seen.
 */
export async function removeStalePid(folder: string): Promise<void> {
  const path = join(folder, 'postmaster.pid');
  const [pid] = (await readOrNothing(path)).split('\n');
  if (!pid || process.platform !== 'linux') return;
  const command = await readOrNothing(`/proc/${pid}/cmdline`);
  if (command !== '' && !command.includes('postgres')) await rm(path);
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
