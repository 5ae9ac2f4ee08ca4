import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/free-port.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const token = 'for prometheus only';
const page = '<!doctype html><title>Relais</title>';
let folder: string;
let relais: TestRelais;
let ana: Person;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'theme.js'), '//');
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'x'.repeat(5000));
  relais = await givenRelais({ webFolder: folder, settings: { metrics: { port: null, token } } });
  ana = await relais.agent('adviser');
});
afterAll(async () => {
  await relais.stop();
  rmSync(folder, { recursive: true });
});

describe('errors', () => {
  it.each([
    ['/api/no-such-thing', 404],
    ['/api/tickets/not-an-id', 404],
    ['/api/tickets/018f4d1e-0000-7000-8000-000000000000', 404],
    ['/api/tickets/018f4d1e-0000-7000-8000-000000000000/messages?before=x', 400],
    ['/api/tickets', 400],
    ['/api/tickets?view=all&view=todo', 400],
    ['/api/tickets?view=all&order=random', 400],
    ['/api/tickets?view=all&limit=100000', 400],
    ['/api/tickets?view=all&after=2026-99-99 00:00:00%2B00~018f4d1e-0000-7000-8000-000000000000', 400],
    ['/api/tickets?view=all&workspaceId=2', 400],
    ['/api/files/018f4d1e-0000-7000-8000-000000000000', 404],
  ])('answers %s with %i and no more than a code', async (path, status) => {
    const answer = await relais.as(ana).get(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(Object.keys(answer.body).filter((name) => name !== 'reference')).toEqual(['code', 'details']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('names the fields and the rules that were broken, never the values', async () => {
    const answer = await relais.as(ana).patch('/api/me', { locale: 'xx-secret', nickname: 'Ana' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      code: 'validation',
      details: { fields: { locale: ['isIn'], nickname: ['whitelistValidation'] } },
    });
  });

  it.each(['{"locale":', '[]', '"text"', 'null'])('refuses the body %s without a trace', async (body) => {
    const answer = await relais.as(ana).with({ 'content-type': 'application/json' }).call('PATCH', '/api/me', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/at |SyntaxError|position/);
  });

  it('takes nothing from a body that would reach other objects', async () => {
    const json = relais.as(ana).with({ 'content-type': 'application/json' });
    await json.call('PATCH', '/api/me', '{"__proto__":{"role":"admin"},"locale":"fr"}');
    expect('role' in {}).toBe(false);
    expect((await relais.as(ana).get('/api/me')).body.agent.role).toBe('adviser');
  });

  it('refuses a body that is too large, and text that no table can hold', async () => {
    const large = await relais.as(ana).patch('/api/me', { locale: 'x'.repeat(2_000_000) });
    expect(large).toMatchObject({ status: 413, body: { code: 'file.too-large', details: { maxBytes: 1_048_576 } } });
    const admin = await relais.agent('admin');
    const newcomer = { name: 'a\u0000b', email: 'nul@example.com', role: 'adviser', languages: [], capacity: 1 };
    expect(await relais.as(admin).post('/api/agents', newcomer)).toMatchObject({ status: 400 });
  });

  it('answers a fault of ours with a reference only', async () => {
    const admin = await relais.agent('admin');
    await relais.db.everywhere((sql) => sql.run('alter table topic rename to topic_away'));
    const answer = await relais.as(admin).get('/api/topics');
    await relais.db.everywhere((sql) => sql.run('alter table topic_away rename to topic'));
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({ code: 'internal', details: {}, reference: expect.stringMatching(/^[\w-]{8}$/) });
  });
});

describe('the console', () => {
  it.each(['/', '/tickets/018f', '/set-up', '/admin/accounts'])('is what a browser gets at %s', async (path) => {
    const answer = await relais.anybody.with({ accept: 'text/html,*/*;q=0.8' }).get(path);
    expect([answer.status, answer.body]).toEqual([200, page]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps files with a hash in their name for ever, and compresses them', async () => {
    const hashed = await relais.anybody.get('/assets/main-abc123.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-encoding')).toBe('gzip');
    expect((await relais.anybody.get('/theme.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/api/nothing', '/hooks/a/b', '/assets/missing.js', '/..%2f..%2fpackage.json'])(
    'is not what a browser gets at %s',
    async (path) => {
      const answer = await relais.anybody.with({ accept: 'text/html' }).get(path);
      expect([path, answer.status >= 400, answer.body === page]).toEqual([path, true, false]);
    },
  );
});

it.each(['/', '/api/me', '/api/setup', '/hooks/a/b', '/healthz', '/nothing.txt'])(
  'protects %s by headers',
  async (path) => {
    const { headers } = await relais.anybody.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

it('asks for HTTPS where it is reached by HTTPS, and then for a cookie that goes no other way', async () => {
  const settings = { publicUrl: 'https://relais.example', trustProxy: 1 };
  const firstAdministrator = { email: 'ops@example.com', password: 'from the environment' };
  const behind = await givenRelais({ settings: { ...settings, firstAdministrator } });
  const proxied = behind.anybody.with({ 'x-forwarded-proto': 'https', origin: 'https://relais.example' });
  const answer = await proxied.post('/api/session', firstAdministrator);
  expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=/);
  await behind.stop();
});

describe('files', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const upload = (name: string, bytes: Buffer | string, type = 'application/octet-stream') =>
    relais.as(ana).upload('/api/files', { name, bytes: Buffer.from(bytes), type });

  it('shows a picture in place, under its own name', async () => {
    const stored = await upload('Facture été 2026 “août”.png', png, 'image/png');
    expect(stored.status).toBe(200);
    expect(stored.body).toEqual({
      id: expect.any(String),
      name: 'Facture été 2026 “août”.png',
      mime: 'image/png',
      size: 16,
    });
    const { status, headers } = await relais.as(ana).get(`/api/files/${stored.body.id}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename=/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['page.html', '<script>alert(1)</script>', 'text/html'],
    ['drawing.svg', '<svg onload="alert(1)"/>', 'image/svg+xml'],
    ['photo.png', '<script>alert(1)</script>', 'image/png'],
  ])('never shows %s in place', async (name, text, type) => {
    const { body } = await upload(name, text, type);
    const { headers } = await relais.as(ana).get(`/api/files/${body.id}`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes the folder and hidden characters out of a name', async () => {
    const { body } = await upload('../../etc/invoice\u202Efdp.exe', 'x');
    expect(body.name).toBe('invoicefdp.exe');
  });

  it('takes twenty-five megabytes and no more, and no form without a file', async () => {
    const tooLarge = await upload('large.bin', Buffer.alloc(25 * 1024 * 1024 + 1));
    expect(tooLarge).toMatchObject({
      status: 413,
      body: { code: 'file.too-large', details: { maxBytes: 26_214_400 } },
    });
    expect(await relais.as(ana).post('/api/files')).toMatchObject({ status: 400 });
    const other = { field: 'other', name: 'x', bytes: Buffer.from('x'), type: 'text/plain' };
    expect(await relais.as(ana).upload('/api/files', other)).toMatchObject({ status: 400 });
  });
});

describe('health', () => {
  it('is ready while the database answers and every loop goes on', async () => {
    const { status, body } = await relais.anybody.get('/readyz');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ready: true, database: true });
    expect(body.loops.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['feed', 'deliveries']),
    );
    expect((await relais.anybody.get('/healthz')).body).toEqual({ alive: true });
  });

  it('shows figures to who has their token, or on a port of their own', async () => {
    const told = await relais.anybody.with({ authorization: `Bearer ${token}` }).get('/metrics');
    expect([told.status, told.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(told.body).toMatch(/relais_http_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/);
    expect(told.body).toContain('relais_deliveries{state="pending"} 0');
    expect((await relais.anybody.get('/metrics')).status).toBe(401);
    expect((await relais.as(ana).get('/metrics')).status).toBe(401);

    const port = await freePort('127.0.0.1');
    const other = await givenRelais({ settings: { role: 'worker', metrics: { port, token: null } } });
    expect((await other.anybody.get('/metrics')).status).toBe(404);
    expect((await other.anybody.get('/readyz')).status).toBe(200);
    expect((await other.anybody.get('/api/setup')).status).toBe(404);
    const apart = await fetch(`http://127.0.0.1:${port}/`);
    expect([apart.status, await apart.text()]).toEqual([200, expect.stringContaining('relais_deliveries')]);
    await other.stop();
  });
});

it('describes itself', async () => {
  const { status, body } = await relais.anybody.get('/api/openapi.json');
  expect(status).toBe(200);
  expect(body.openapi).toBe('3.1.0');
  expect(Object.keys(body.paths)).toContain('/api/tickets/{id}/replies');
});
