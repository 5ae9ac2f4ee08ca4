import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUse, ProcessLock } from './process-lock.js';

describe('ProcessLock', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'relais-lock-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is held by one, whom the second one names', async () => {
    const lock = await ProcessLock.take(folder);
    const second = ProcessLock.take(folder);
    await expect(second).rejects.toThrow(FolderInUse);
    await expect(second).rejects.toThrow(`process ${process.pid}) is running on ${folder}`);
    lock.release();
  });

  it('can be taken again after its release', async () => {
    (await ProcessLock.take(folder)).release();
    (await ProcessLock.take(folder)).release();
  });

  it('keeps another process out, and falls to the next one when its holder is killed', async () => {
    const path = JSON.stringify(join(folder, 'relais.lock'));
    const take = `new (require('node:sqlite').DatabaseSync)(${path}).exec('begin exclusive')`;
    const script = `${take}; console.log('held'); setInterval(() => {}, 1000)`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await expect(ProcessLock.take(folder)).rejects.toThrow(FolderInUse);

    holder.kill('SIGKILL');
    await once(holder, 'close');

    (await ProcessLock.take(folder)).release();
  });

  it('falls to exactly one of several that start at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => ProcessLock.take(folder)));
    const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    for (const { value } of taken) value.release();
  });
});
