import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/free-port.js';
import { startMetaSimulator } from '../../src/simulator/meta/simulator.js';
import { eventually } from '../support/eventually.js';
import { Api } from '../support/relais.js';
import { ServerProcess } from '../support/server-process.js';

// By hand, for the whole proof: CRASH_MESSAGES=1000 CRASH_KILLS=5.
const messages = Number(process.env['CRASH_MESSAGES'] ?? 150);
const kills = Number(process.env['CRASH_KILLS'] ?? 2);
const people = 12;
const posts = 5;
const copies = 3;

jest.setTimeout(600_000);

const admin = { email: 'chief@northline.example', password: 'a long enough password' };
let home: string;
let server: ServerProcess;
let meta: Awaited<ReturnType<typeof startMetaSimulator>>;
let url: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relais-crash-'));
  meta = await startMetaSimulator({ now: () => new Date() });
  const port = await freePort('127.0.0.1');
  url = `http://127.0.0.1:${port}`;
  server = new ServerProcess({
    RELAIS_DATA_DIR: home,
    RELAIS_PORT: String(port),
    RELAIS_ALLOW_PRIVATE_NETWORK: 'on',
    RELAIS_ADMIN_EMAIL: admin.email,
    RELAIS_ADMIN_PASSWORD: admin.password,
    RELAIS_LOG_LEVEL: 'error',
  });
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await meta.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 10 });
});

async function signIn(): Promise<Api> {
  const api = new Api(url, {});
  const { headers } = await api.post('/api/session', admin);
  return api.with({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });
}

/** The same order at every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return list
    .map((item) => ({ item, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** One comment, as the webhook of a Page tells it. */
function hook(pageId: string, number: number): string {
  const post = `${pageId}_${String(9_000_000_000_000_000 + (number % posts))}`;
  const person = number % people;
  const at = 1_772_445_600 + number;
  const value = {
    from: { id: `77000000000000000${person}`, name: `Person ${person}` },
    post: {
      status_type: 'mobile_status_update',
      is_published: true,
      updated_time: new Date(at * 1000).toISOString(),
      permalink_url: 'https://facebook.example/p',
      promotion_status: 'inactive',
      id: post,
    },
    message: `Comment number ${number}: my line is down`,
    post_id: post,
    comment_id: `${post}_${String(5_000_000_000_000_000 + number)}`,
    created_time: at,
    item: 'comment',
    parent_id: post,
    verb: 'add',
  };
  return JSON.stringify({ object: 'page', entry: [{ id: pageId, time: at, changes: [{ field: 'feed', value }] }] });
}

/** Delivers until it is taken, as Meta does, whatever happens to the server meanwhile. */
async function deliver(to: string, body: string): Promise<void> {
  const signature = `sha256=${createHmac('sha256', meta.app.secret).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  for (;;) {
    const answer = await fetch(to, { method: 'POST', headers, body }).catch(() => null);
    if (answer?.status === 200) return;
    await pause(50);
  }
}

it('keeps every message once, in one ticket for each thread, however often it is killed', async () => {
  const page = meta.addPage({ name: 'Northline' });
  const api = await signIn();
  const app = { appId: meta.app.id, appSecret: meta.app.secret, verifyToken: meta.app.verifyToken };
  const form = { network: 'facebook', apiBase: meta.url, app, settings: { accessToken: page.accessToken } };
  const connected = await api.post('/api/accounts', form);
  expect(connected).toMatchObject({ status: 200 });
  const to: string = connected.body.hookUrl;

  const numbers = Array.from({ length: messages * copies }, (_, index) => index % messages);
  const waiting = shuffled(numbers, 7);
  const killAt = Array.from({ length: kills }, (_, index) => Math.floor((waiting.length * (index + 1)) / (kills + 1)));
  let taken = 0;
  const courier = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      await deliver(to, hook(page.id, next));
      taken += 1;
    }
  };
  const killer = async (): Promise<void> => {
    for (const place of killAt) {
      while (taken < place) await pause(5);
      await server.kill();
      await server.start();
    }
  };
  await Promise.all([...Array.from({ length: 8 }, courier), killer()]);

  const again = await signIn();
  const rows = await eventually(
    () => allRows(again),
    (list) => {
      expect(list.reduce((sum, row) => sum + row.unanswered, 0)).toBe(messages);
    },
  );
  const threads = new Set(Array.from({ length: messages }, (_, n) => `${n % posts}:${n % people}`));
  expect(rows).toHaveLength(threads.size);
  const said = await Promise.all(rows.map(({ id }) => again.get(`/api/tickets/${id}`)));
  const texts = said.flatMap(({ body }) => body.messages.map(({ text }: { text: string }) => text));
  const expected = Array.from({ length: messages }, (_, n) => `Comment number ${n}: my line is down`);
  expect(texts.toSorted()).toEqual(expected.toSorted());
});

async function allRows(api: Api): Promise<{ id: string; unanswered: number }[]> {
  const { body } = await api.get('/api/tickets?view=all&limit=200');
  return body.rows ?? [];
}
