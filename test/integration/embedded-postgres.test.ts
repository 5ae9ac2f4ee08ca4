import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openLog } from '../../src/platform/log.js';
import { findBinaries } from '../../src/platform/postgres/binaries.js';
import { EmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';
import { Postmaster, PostmasterFailed } from '../../src/platform/postgres/postmaster.js';
import { asOrdinaryUser } from '../../src/platform/postgres/run-as.js';

const log = openLog({ level: 'silent' });

let home: string;
const running: EmbeddedPostgres[] = [];
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'relais-pg-'))));
afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(folder = join(home, 'postgres')): Promise<EmbeddedPostgres> {
  const onLost = (error: unknown): void => {
    throw error;
  };
  const postgres = await EmbeddedPostgres.start({ folder, database: 'relais', log, onLost });
  running.push(postgres);
  return postgres;
}

async function ask<Row extends object>(postgres: EmbeddedPostgres, text: string): Promise<Row[]> {
  const client = new Client(postgres.options);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Tries until the server that is on its way answers; Jest's own limit is the end of patience. */
async function askUntilAnswered<Row extends object>(postgres: EmbeddedPostgres, text: string): Promise<Row[]> {
  for (;;) {
    try {
      return await ask<Row>(postgres, text);
    } catch {
      await new Promise((next) => setImmediate(next));
    }
  }
}

it('keeps what was written from one start to the next', async () => {
  const first = await start();
  await ask(first, `create table thing as select 'ÉCOLE' as name`);
  await first.stop();
  const second = await start();
  expect(await ask(second, 'select lower(t.name) as name from thing as t')).toEqual([{ name: 'école' }]);
});

it('listens on a socket of its own folder and nowhere else', async () => {
  const postgres = await start();
  expect(postgres.options.host).toBe(join(home, 'postgres'));
  expect(await ask(postgres, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
});

it('works in a folder whose path is too long for a socket', async () => {
  const postgres = await start(join(home, 'x'.repeat(90), 'postgres'));
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('comes back when its server is killed, and has lost nothing', async () => {
  const postgres = await start();
  await ask(postgres, 'create table thing as select n from generate_series(1, 1000) as n');
  const killed = postgres.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  const rows = await askUntilAnswered(postgres, 'select count(*)::int as n from thing');
  expect(rows).toEqual([{ n: 1000 }]);
  expect(postgres.pid).not.toBe(killed);
});

it('takes the place of a server that an earlier run left behind', async () => {
  await (await start()).stop();
  const folder = join(home, 'postgres');
  const { postgres } = await findBinaries();
  const flags = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  const orphan = await Postmaster.start(asOrdinaryUser(postgres, ['-D', folder, ...flags]), () => undefined);

  const heir = await start();

  await orphan.ended;
  expect(await ask(heir, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('starts after a reboot that gave its number to another process', async () => {
  const first = await start();
  await first.stop();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  const pidFile = join(home, 'postgres', 'postmaster.pid');
  await writeFile(pidFile, `${stranger.pid}\n${join(home, 'postgres')}\n1764000000\n5432\n${home}\n\n\nready\n`);
  try {
    const second = await start();
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
  } finally {
    stranger.kill();
  }
});

it('makes a cluster anew that was only half made', async () => {
  await writeFile(join(home, 'postgres.new'), 'remains');
  const postgres = await start();
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('says what PostgreSQL said when it cannot start', async () => {
  const onLost = (): void => undefined;
  const settings = { shared_buffers: 'plenty' };
  const started = EmbeddedPostgres.start({ folder: join(home, 'postgres'), database: 'relais', log, settings, onLost });
  await expect(started).rejects.toThrow(PostmasterFailed);
  await expect(started).rejects.toThrow('shared_buffers');
});
