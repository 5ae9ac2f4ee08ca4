import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Building, making a database and loading the application: more than Jest allows by itself. */
jest.setTimeout(60_000);

let home: string;
const started: ChildProcess[] = [];
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'relais-start-'))));
afterEach(async () => {
  for (const child of started.splice(0)) await stop(child, 'SIGTERM');
  await rm(home, { recursive: true, force: true, maxRetries: 10 });
});

/** What `npm start` runs. */
function launch(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/tools/start.mjs'], {
    env: { PATH: process.env['PATH'], RELAIS_DATA_DIR: home, RELAIS_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, said, ended };
}

async function ready(process: ReturnType<typeof launch>): Promise<void> {
  while (!/\bready\b/i.test(process.said.out)) {
    const more = await Promise.race([once(process.child.stdout ?? process.child, 'data'), process.ended]);
    if (typeof more === 'number') throw new Error(`ended with ${more}: ${process.said.err}`);
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill(signal);
  await ended;
}

it('stops when it is asked to, and leaves nothing running', async () => {
  const relais = launch();
  await ready(relais);
  relais.child.kill('SIGTERM');
  expect(await relais.ended).toBe(0);
  const next = launch();
  await ready(next);
});

it('refuses to share its data folder, and says with whom', async () => {
  await ready(launch());
  const second = launch();
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/^Another Relais \(process \d+\) is running on .*\n$/);
});

it('starts again on the data of one that was killed', async () => {
  const killed = launch();
  await ready(killed);
  await stop(killed.child, 'SIGKILL');
  const next = launch();
  await Promise.race([ready(next), next.ended]);
  // The server that lost its launcher may still be stopping: then the next one says so, and the one after it starts.
  if (next.child.exitCode !== null) await ready(launch());
});

it('answers a wrong setting with one sentence', async () => {
  const relais = launch({ RELAIS_PORT: 'http' });
  expect(await relais.ended).toBe(2);
  expect(relais.said.err).toBe('RELAIS_PORT must be a whole number from 0 to 65535.\n');
});
