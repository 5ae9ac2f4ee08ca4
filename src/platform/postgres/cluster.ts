import { execFile } from 'node:child_process';
import { access, chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
  await giveTo(launch.user, draft);
  await run(launch.command, [...launch.args], launch.user ?? {});
  await rename(draft, folder);
}

async function giveTo(user: Launch['user'], folder: string): Promise<void> {
  if (user) await chown(folder, user.uid, user.gid);
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
