import { randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { newToken } from '../ids.js';
import { SettingsError } from './settings.js';

/**
 * The 32 bytes kept in the data folder, made at the first start. The folder must exist. Whoever loses this file cannot
 * read the networks' tokens in the database any more, so a backup needs both.
 */
export async function secretKeyFrom(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'secret.key');
  const found = (await readKey(path)) ?? (await makeKey(path));
  if (found.length !== 32) throw new SettingsError(`${path} must hold 32 bytes in base64; it holds something else.`);
  return found;
}

async function readKey(path: string): Promise<Buffer | null> {
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, 0o600);
    return Buffer.from(text, 'base64');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole under another name first: a power cut must not leave half a key behind. */
async function makeKey(path: string): Promise<Buffer> {
  const draft = `${path}.${newToken(6)}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    // Not rename: when two processes start at once, the second must take the key of the first.
    await link(draft, path).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(draft);
  }
  return Buffer.from(await readFile(path, 'utf8'), 'base64');
}
