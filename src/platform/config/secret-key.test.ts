import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKeyFrom } from './secret-key.js';

describe('secretKeyFrom', () => {
  let dir: string;
  beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'relais-key-'))));
  afterEach(() => rm(dir, { recursive: true }));

  it('makes a key that only the owner can read, and keeps it', async () => {
    const made = await secretKeyFrom(dir);
    expect(made).toHaveLength(32);
    expect((await stat(join(dir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await secretKeyFrom(dir)).toEqual(made);
    expect(await readdir(dir)).toEqual(['secret.key']);
  });

  it('gives two processes that start at once the same key', async () => {
    const keys = await Promise.all([secretKeyFrom(dir), secretKeyFrom(dir), secretKeyFrom(dir)]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('never replaces a key that it cannot read', async () => {
    await writeFile(join(dir, 'secret.key'), 'half a k');
    await expect(secretKeyFrom(dir)).rejects.toThrow('must hold 32 bytes in base64');
  });
});
