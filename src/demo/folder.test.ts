import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FolderInUse, ProcessLock } from '../platform/process-lock.js';
import { prepareFolder } from './folder.js';

let around: string;

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'relais-demo-'));
});
afterEach(() => rm(around, { recursive: true }));

/** A folder of somebody else's, with the names in it that a demo uses too. */
async function foreign(): Promise<string> {
  const folder = join(around, 'foreign');
  for (const name of ['demo', 'networks', 'postgres']) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'networks', 'mine.txt'), 'mine');
  return folder;
}

it.each([true, false])('leaves a folder alone that no demo has made (afresh: %s)', async (isFresh) => {
  const folder = await foreign();
  const before = (await readdir(folder, { recursive: true })).toSorted();
  await expect(prepareFolder(folder, isFresh)).rejects.toThrow('was not made by a demo');
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(before);
});

it('goes on in its own folder, and begins afresh there without touching what is not its own', async () => {
  const folder = join(around, 'data', 'demo');
  await prepareFolder(folder, true);
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'secret.key'), 'secret');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await prepareFolder(folder, false);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['notes.txt', 'postgres', 'secret.key']));
  await prepareFolder(folder, true);
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['notes.txt']);
});

it('takes nothing from a demo that is running', async () => {
  const folder = join(around, 'demo');
  await prepareFolder(folder, false);
  const running = await ProcessLock.take(folder);
  await mkdir(join(folder, 'postgres'));
  await expect(prepareFolder(folder, true)).rejects.toBeInstanceOf(FolderInUse);
  expect(await readdir(folder)).toContain('postgres');
  running.release();
});
