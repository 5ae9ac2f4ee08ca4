import { execFile } from 'node:child_process';
import { access, chmod, chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.js';
import type { Binaries } from './binaries.js';
import { asOrdinaryUser, type Launch } from './run-as.js';

export const superuser = 'relais';
const run = promisify(execFile);

/** The folder of a cluster, made on first use. Half-made ones are made anew. */
export async function makeCluster(binaries: Binaries, folder: string): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return mustBeOfVersion(binaries, folder);
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const launch = asOrdinaryUser(binaries.initdb, [
    '--pgdata',
    draft,
    '--encoding=UTF8',
    // PostgreSQL's own tables of letters: the same order and case on every machine, whatever its system library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--username=${superuser}`,
    // Only the owner of the folder reaches the socket in it.
    '--auth=trust',
    '--no-instructions',
  ]);
  if (launch.user) await giveTo(launch.user, draft);
  await run(launch.command, [...launch.args], launch.user ?? {}).catch((error: unknown) => {
    throw new Error(`PostgreSQL could not make ${folder}: ${lastWords(error)}`);
  });
  await rename(draft, folder);
}

async function giveTo(user: NonNullable<Launch['user']>, folder: string): Promise<void> {
  await chown(folder, user.uid, user.gid);
  // Theirs alone is of no use when it lies in one of ours: they may pass through it, without seeing what is there.
  const above = dirname(folder);
  await chmod(above, (await stat(above)).mode | 0o011);
}

function lastWords(error: unknown): string {
  const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
  return stderr.trim().split('\n').at(-1) ?? String(error);
}

/** A new major version cannot read the files of an old one, and says so in words for specialists. */
async function mustBeOfVersion(binaries: Binaries, folder: string): Promise<void> {
  const ours = (await run(binaries.postgres, ['--version'])).stdout.match(/(\d+)\./)?.[1];
  const theirs = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (ours !== theirs) throw new Error(`${folder} was made by PostgreSQL ${theirs}; this is PostgreSQL ${ours}`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
