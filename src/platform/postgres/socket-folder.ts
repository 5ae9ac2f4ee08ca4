import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { errorCode } from '../error-code.js';
import { sha256Hex } from '../ids.js';
import type { Launch } from './run-as.js';

/** Systems cut a socket's path at 104 (macOS) or 108 bytes; what we put into the folder has at most 20. */
const longest = 80;

/**
 * Where the sockets of a data folder go: into the folder, or, when its path is too long for that, into one of the
 * system's temporary folders with a name that always comes out the same. `user` is who will listen there, when not us.
 */
export async function socketFolder(dataFolder: string, user: Launch['user']): Promise<string> {
  const folder = resolve(dataFolder);
  if (Buffer.byteLength(folder) <= longest) return folder;
  const short = join(tmpdir(), `relais-${sha256Hex(folder).slice(0, 16)}`);
  await mkdir(short, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  await mustBeOurs(short, user?.uid);
  if (user) await chown(short, user.uid, user.gid);
  return short;
}

/** Anyone may make folders beside it: one who foresaw the name must not get to listen in our place. */
async function mustBeOurs(folder: string, alsoOurs: number | undefined): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || ![process.getuid?.(), alsoOurs].includes(found.uid)) {
    throw new Error(`${folder} belongs to someone else; use a data folder with a shorter path`);
  }
}
