import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the simulated networks keep on disk, so that a second demo goes on where the first one ended. */
export class Keepsake {
  constructor(private readonly folder: string) {}

  async read(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder, name));
    } catch {
      // The first time there is none.
      return undefined;
    }
  }

  /** Whole or not at all: the process may be killed at any moment. */
  async write(name: string, bytes: Buffer | string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, name);
    await writeFile(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
  }
}
