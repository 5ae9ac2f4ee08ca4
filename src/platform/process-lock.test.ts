import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
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
    await lock.release();
  });

  it('can be taken again after its release', async () => {
    await (await ProcessLock.take(folder)).release();
    await (await ProcessLock.take(folder)).release();
  });

  it('falls to the next one when its holder is killed', async () => {
    const script = `require('net').createServer().listen(${JSON.stringify(join(folder, 'relais.lock'))}, () => console.log('held'))`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'close');
    await (await ProcessLock.take(folder)).release();
  });

  it('falls to exactly one of several that start at once on the remains of another', async () => {
    const dead = createServer();
    await new Promise<void>((ready) => dead.listen(join(folder, 'first'), ready));
    const { link } = await import('node:fs/promises');
    await link(join(folder, 'first'), join(folder, 'relais.lock'));
    await new Promise((done) => dead.close(done));

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => ProcessLock.take(folder)));

    const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    for (const { value } of taken) await value.release();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(deep, { recursive: true });
    const lock = await ProcessLock.take(deep);
    await expect(ProcessLock.take(deep)).rejects.toThrow(FolderInUse);
    await lock.release();
  });
});
