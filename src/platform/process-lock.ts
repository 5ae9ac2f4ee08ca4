import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another Relais works on the same data folder. Its message is the whole sentence to print. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, holder: string) {
    super(
      `Another Relais (process ${holder}) is running on ${folder}: stop it, or set RELAIS_DATA_DIR to another folder.`,
    );
  }
}

/**
 * Held for as long as the process lives, and dropped by the system with it, however it ends: so nobody has to guess
 * whether a lock is stale. Node offers no such lock on files; SQLite, which is inside Node, does, and on every system.
 */
export class ProcessLock {
  private constructor(private readonly file: DatabaseSync) {}

  /** The folder must exist. Throws FolderInUse. */
  static async take(folder: string): Promise<ProcessLock> {
    const note = join(folder, 'relais.pid');
    const file = new DatabaseSync(join(folder, 'relais.lock'), { timeout: 0 });
    try {
      file.exec('begin exclusive');
    } catch (error) {
      file.close();
      if (!isBusy(error)) throw error;
      throw new FolderInUse(folder, await readFile(note, 'utf8').catch(() => 'unknown'));
    }
    await writeFile(note, String(process.pid));
    return new ProcessLock(file);
  }

  release(): void {
    this.file.close();
  }
}

const busy = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}
