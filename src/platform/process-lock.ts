import { lstat, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorCode } from './error-code.js';
import { newToken, sha256Hex } from './ids.js';
import { socketFolder } from './socket-folder.js';

/** Another Relais works on the same data folder. Its message is the whole sentence to print. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, holder: string) {
    super(
      `Another Relais (process ${holder}) is running on ${folder}: stop it, or set RELAIS_DATA_DIR to another folder.`,
    );
  }
}

const tries = 5;

/**
 * Held by listening on a socket in the folder: the system drops it with the process, however that ends, so there is no
 * stale lock to guess about, as with a file that holds a number.
 */
export class ProcessLock {
  private constructor(private readonly server: Server) {}

  /** The folder must exist. Throws FolderInUse. */
  static async take(folder: string): Promise<ProcessLock> {
    const path = await lockPath(folder);
    for (let left = tries; left > 0; left -= 1) {
      const server = await listen(path);
      if (server) return new ProcessLock(server);
      const holder = await askHolder(path);
      if (holder !== null) throw new FolderInUse(folder, holder);
      await putAside(path);
    }
    throw new FolderInUse(folder, 'unknown');
  }

  async release(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }
}

async function lockPath(folder: string): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\relais-${sha256Hex(folder.toLowerCase()).slice(0, 16)}`;
  return join(await socketFolder(folder), 'relais.lock');
}

/** The server, or null when the name is taken, by a living process or by the remains of a dead one. */
function listen(path: string): Promise<Server | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Server | null>();
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(String(process.pid)));
  server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)));
  server.listen(path, () => resolve(server.unref()));
  return promise;
}

/** Who listens there, or null when nobody does. */
async function askHolder(path: string): Promise<string | null> {
  try {
    return await text(connect(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Clears what a killed process left. Two starters can meet here, and the slower one must not sweep away what the faster
 * one has put in its place meanwhile: so it looks at what it has in hand before it throws it away.
 */
async function putAside(path: string): Promise<void> {
  const aside = `${path}.${newToken(6)}`;
  try {
    const seen = await lstat(path);
    if ((await askHolder(path)) !== null) return;
    await rename(path, aside);
    const taken = await lstat(aside);
    if (taken.ino === seen.ino) await rm(aside);
    else await rename(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
