import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from '../build.mjs';
import { startServer } from '../server.mjs';

export const compiled = (path) => import(pathToFileURL(join(root, 'dist/src', path)).href);

/** A PostgreSQL with its usual settings, durable as in production, in a folder of its own. */
export async function givenPostgres(settings = {}) {
  const { EmbeddedPostgres } = await compiled('platform/postgres/embedded-postgres.js');
  const { openLog } = await compiled('platform/log.js');
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  const postgres = await EmbeddedPostgres.start({
    folder: join(folder, 'postgres'),
    database: 'relais',
    log: openLog({ level: 'silent' }),
    settings,
    onLost: (error) => {
      throw error;
    },
  });
  const { host, user, database } = postgres.options;
  const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  return {
    folder,
    url,
    pool: (max) => new pg.Pool({ host, user, database, max }),
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server in a process of its own, as production starts it. */
export async function givenServer({ url, folder, environment = {} }) {
  const { freePort } = await compiled('platform/free-port.js');
  const port = await freePort('127.0.0.1');
  const child = startServer({
    ...process.env,
    DATABASE_URL: url,
    RELAIS_DATA_DIR: folder,
    RELAIS_PORT: String(port),
    RELAIS_LOG_LEVEL: 'error',
    RELAIS_ALLOW_PRIVATE_NETWORK: 'on',
    RELAIS_ADMIN_EMAIL: 'bench@example.com',
    RELAIS_ADMIN_PASSWORD: 'a bench is to sit on',
    ...environment,
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child);
  return {
    port,
    origin,
    pid: child.pid,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(origin, child) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${String(child.exitCode)}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not become ready');
}

/** Calls of the first administrator. */
export async function signedIn({ origin }) {
  const headers = { 'content-type': 'application/json', origin };
  const body = JSON.stringify({ email: 'bench@example.com', password: 'a bench is to sit on' });
  const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`signing in was answered ${String(answer.status)}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const call = async (method, path, content) => {
    const ask = { method, headers: { ...headers, cookie } };
    if (content !== undefined) ask.body = JSON.stringify(content);
    const told = await fetch(`${origin}${path}`, ask);
    if (!told.ok) throw new Error(`${method} ${path} was answered ${String(told.status)}: ${await told.text()}`);
    return told.json();
  };
  return { call, cookie };
}
