import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ProcessLock } from '../platform/process-lock.js';

const mark = '.relais-demo';
/** What a demo puts into its folder: all that is ever taken out of one again. */
const own = /^(postgres|networks|secret\.key|relais\..*)$/;

/** Makes the folder of the demo ready, or empty. Throws with the sentence to print. */
export async function prepareFolder(folder: string, isFresh: boolean): Promise<void> {
  const isOurs = existsSync(join(folder, mark));
  if (existsSync(folder) && !isOurs && (await readdir(folder)).length > 0) {
    throw new Error(`${folder} was not made by a demo, and is left alone.`);
  }
  if (isOurs) await mustBeFree(folder);
  if (isOurs && isFresh) await empty(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, mark), 'A demo of Relais keeps its data here.\n');
}

/** Never the folder as such: somebody may have put something else there. */
async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (own.test(name)) await rm(join(folder, name), { recursive: true });
  }
}

/** The server takes this lock itself a moment later. */
async function mustBeFree(folder: string): Promise<void> {
  (await ProcessLock.take(folder)).release();
}
