import { givenRelais, type Answer, type Person, type TestRelais } from '../support/relais.js';
import { pigeon, signature } from '../support/pigeon.js';

jest.setTimeout(60_000);

const secret = 'between the pigeon and us';
let relais: TestRelais;
let admin: Person;
let hook: string;
beforeEach(async () => {
  // No worker: what is stored stays as it was stored.
  relais = await givenRelais({
    networks: [pigeon],
    settings: { role: 'api', metrics: { port: null, token: 'for prometheus only' } },
  });
  admin = await relais.agent('admin');
  const account = { network: 'pigeon', app: { secret }, settings: { name: 'loft' } };
  const { body } = await relais.as(admin).post('/api/accounts', account);
  hook = new URL(body.hookUrl).pathname;
});
afterEach(() => relais.stop());

function deliver(body: string | Buffer, headers: Record<string, string> = { 'x-pigeon': signature(body, secret) }) {
  return relais.anybody.with(headers).post(hook, body);
}

async function stored(): Promise<string[]> {
  const rows = await relais.db.read((sql) =>
    sql.many<{ body: Buffer }>('select d.body from delivery as d order by d.id'),
  );
  return rows.map(({ body }) => body.toString('latin1'));
}

async function counted(outcome: string): Promise<number> {
  const { body } = await relais.anybody.with({ authorization: 'Bearer for prometheus only' }).get('/metrics');
  const [, count] = new RegExp(`relais_hooks_total\\{network="\\w+",outcome="${outcome}"\\} (\\d+)`).exec(body) ?? [];
  return Number(count ?? 0);
}

/** What nobody outside may learn from an answer. */
function isMute({ body }: Answer): boolean {
  return !/at .*\.(ts|js)|node_modules|stack|SQL|select /i.test(JSON.stringify(body));
}

it('stores an authentic call before it answers, once however often it comes', async () => {
  const letters = ['{"n":1}', '{"n":2}', '{"n":1}', '{"n":2}', '{"n":1}'];
  const answers = await Promise.all(letters.map((letter) => deliver(letter)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect((await stored()).sort()).toEqual(['{"n":1}', '{"n":2}']);
  expect(await counted('accepted')).toBe(5);
});

it.each([
  ['no JSON', '{"broken'],
  ['an empty body', ''],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x00, 0x22])],
  ['an id beyond 2^53', '{"id":90071992547409931234}'],
  ['a type that is not ours', 'plain words'],
])('never loses a signed call with %s', async (_what, body) => {
  const type = { 'content-type': 'application/json; charset=no-such-thing' };
  const answer = await deliver(body, { 'x-pigeon': signature(body, secret), ...type });
  expect(answer.status).toBe(200);
  expect(await stored()).toEqual([Buffer.from(body).toString('latin1')]);
});

it('looks at the bytes as they came, not at what they mean', async () => {
  const answer = await deliver('{ "n": 1 }', { 'x-pigeon': signature('{"n":1}', secret) });
  expect(answer.status).toBe(401);
});

it.each([
  ['no signature', {}],
  ['an empty one', { 'x-pigeon': '' }],
  ['a wrong one', { 'x-pigeon': 'a'.repeat(64) }],
  ['one with another secret', { 'x-pigeon': signature('{}', 'another') }],
])('refuses a call with %s, stores nothing and counts it', async (_what, headers) => {
  const answer = await deliver('{}', headers);
  expect(answer).toMatchObject({ status: 401, body: { code: 'not-authentic' } });
  expect(await stored()).toEqual([]);
  expect(await counted('forged')).toBe(1);
});

it.each([
  ['a minute ago', -60_000, 200],
  ['just ahead of our clock', 60_000, 200],
  ['eleven minutes ago', -660_000, 401],
  ['a year ago', -365 * 86_400_000, 401],
  ['in an hour', 3_600_000, 401],
])('takes a call that was signed %s only while it is fresh', async (_when, ms, status) => {
  const at = new Date(Date.now() + ms).toISOString();
  const answer = await deliver('{"n":1}', { 'x-pigeon': signature('{"n":1}', secret), 'x-pigeon-at': at });
  expect(answer.status).toBe(status);
  expect(await stored()).toHaveLength(status === 200 ? 1 : 0);
});

it('refuses a signature that is given twice', async () => {
  const { request } = await import('node:http');
  const right = signature('{}', secret);
  const status = await new Promise((resolve) => {
    const call = request(relais.url + hook, { method: 'POST', headers: { 'x-pigeon': [right, right] } }, (answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    call.end('{}');
  });
  expect(status).toBe(401);
  expect(await stored()).toEqual([]);
});

it('does not know an address that was made up', async () => {
  for (const path of [
    '/hooks/pigeon/no-such-key',
    '/hooks/owl/no-such-key',
    hook.replace('pigeon', 'owl'),
    '/hooks',
    '/hooks/pigeon',
  ]) {
    const answer = await relais.anybody.with({ 'x-pigeon': signature('{}', secret) }).post(path, '{}');
    expect([path, answer.status, isMute(answer)]).toEqual([path, 404, true]);
  }
  expect(await counted('unknown')).toBeGreaterThan(0);
});

it('takes five megabytes and no more', async () => {
  const most = Buffer.alloc(5 * 1024 * 1024, 'x');
  expect((await deliver(most)).status).toBe(200);
  const more = Buffer.alloc(10 * 1024 * 1024, 'x');
  const answer = await deliver(more);
  expect(answer).toMatchObject({
    status: 413,
    body: { code: 'file.too-large', details: { maxBytes: 5 * 1024 * 1024 } },
  });
  expect(await stored()).toHaveLength(1);
});

it('echoes what a network asks to confirm the address', async () => {
  const answer = await relais.anybody.get(`${hook}?challenge=abc%26d`);
  expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([
    200,
    'abc&d',
    'text/plain; charset=utf-8',
  ]);
  expect((await relais.anybody.get(hook)).status).toBe(401);
});

it('asks to be called again while the database is away, and loses nothing of what it answered', async () => {
  expect((await deliver('{"n":1}')).status).toBe(200);
  // No connection can be had: as while the server restarts.
  await relais.running.core.source.destroy();
  const answer = await deliver('{"n":2}');
  expect([answer.status, answer.headers.get('retry-after'), isMute(answer)]).toEqual([503, '5', true]);
  expect((await relais.anybody.get('/readyz')).status).toBe(503);
  expect((await relais.anybody.get('/healthz')).status).toBe(200);
  await relais.running.core.source.initialize();
  expect((await deliver('{"n":2}')).status).toBe(200);
  expect(await stored()).toHaveLength(2);
});

it('shows what could not be used to administrators, and puts it back in the queue', async () => {
  for (const n of [1, 2, 3]) await deliver(`{"n":${n}}`);
  await relais.db.everywhere((sql) =>
    sql.run(`update delivery as d set state = 'dead', error = 'strange', attempts = 10`),
  );
  const page = await relais.as(admin).get('/api/deliveries?state=dead');
  expect(page.body.next).toBeNull();
  expect(page.body.rows.map((row: { excerpt: string }) => row.excerpt)).toEqual(['{"n":3}', '{"n":2}', '{"n":1}']);
  const [{ id }] = page.body.rows;
  expect(page.body.rows[0]).toEqual({
    id,
    network: 'pigeon',
    receivedAt: expect.any(String),
    state: 'dead',
    attempts: 10,
    error: 'strange',
    size: 7,
    excerpt: '{"n":3}',
  });
  const replayed = await relais.as(admin).post(`/api/deliveries/${id}/replay`);
  expect(replayed).toMatchObject({ status: 200, body: { id, state: 'pending', attempts: 0, error: null } });
  expect((await relais.as(admin).post(`/api/deliveries/${id}/replay`)).body.code).toBe('delivery.state');
  expect((await relais.as(admin).post('/api/deliveries/replay', { state: 'dead' })).body).toEqual({ count: 2 });
  expect((await relais.as(admin).get('/api/deliveries?state=dead')).body.rows).toEqual([]);
});
