import { hashPassword } from '../../src/platform/password.js';
import { givenRelais, type Api, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let ana: Person;
const password = 'correct horse battery';
beforeAll(async () => {
  relais = await givenRelais();
  ana = await relais.agent('adviser', { name: 'Ana' });
  const passwordHash = await hashPassword(password);
  await relais.db.transaction(1, (tx) => tx.agents.change(ana.id, { passwordHash }));
});
afterAll(() => relais.stop());

async function signedIn(from: Api = relais.anybody): Promise<Api> {
  const answer = await from.post('/api/session', { email: ana.email, password });
  expect(answer.status).toBe(200);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return relais.anybody.with({ cookie });
}

it('signs in with e-mail, in any case of letters, and password', async () => {
  const answer = await relais.anybody.post('/api/session', { email: ana.email.toUpperCase(), password });
  expect(answer).toMatchObject({ status: 200, body: { agent: { id: ana.id, role: 'adviser' } } });
});

it('answers the same for a wrong password and for nobody', async () => {
  const wrong = await relais.anybody.post('/api/session', { email: ana.email, password: 'another one' });
  const nobody = await relais.anybody.post('/api/session', { email: 'nobody@example.com', password });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in.wrong', details: {} } });
  expect(nobody.body).toEqual(wrong.body);
  expect(wrong.headers.get('set-cookie')).toBeNull();
});

it.each([{}, { email: 'a@b.c' }, { email: ['a'], password: 'x' }, { email: 'a@b.c', password: 'x', role: 'admin' }])(
  'asks for what is missing, and for no more: %j',
  async (body) => {
    const answer = await relais.anybody.post('/api/session', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation' } });
  },
);

it('takes the token as a header too, for programs', async () => {
  const program = relais.anybody.with({ authorization: `Bearer ${ana.token}` });
  expect((await program.get('/api/me')).body).toMatchObject({ agent: { name: 'Ana' } });
});

it.each([
  {},
  { cookie: 'relais_session=' },
  { cookie: 'relais_session=1.not-a-token-of-ours-at-all' },
  { cookie: "relais_session=1.' or 1=1 --" },
  { authorization: 'Bearer 2.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
])('knows nobody by %j', async (headers) => {
  const answer = await relais.anybody.with(headers).get('/api/me');
  expect(answer).toMatchObject({ status: 401, body: { code: 'session.none', details: {} } });
});

it('gives each sign-in a session of its own, listed, of which one can be ended', async () => {
  const laptop = await signedIn(relais.anybody.with({ 'user-agent': 'Laptop' }));
  const phone = await signedIn(relais.anybody.with({ 'user-agent': 'Phone' }));
  const { body: sessions } = await laptop.get('/api/sessions');
  expect(sessions).toContainEqual(expect.objectContaining({ client: 'Laptop', current: true, address: '127.0.0.1' }));
  const other = sessions.find((one: { client: string }) => one.client === 'Phone');
  expect(other.current).toBe(false);

  expect((await laptop.delete(`/api/sessions/${other.id}`)).status).toBe(204);
  expect((await phone.get('/api/me')).status).toBe(401);
  expect((await laptop.get('/api/me')).status).toBe(200);
  expect((await laptop.delete(`/api/sessions/${other.id}`)).status).toBe(404);
});

it('ends the session itself at sign-out, not only the cookie', async () => {
  const browser = await signedIn();
  const answer = await browser.delete('/api/session');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toMatch(/^relais_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect((await browser.get('/api/me')).status).toBe(401);
});

it('ends by itself when nobody used it for half a day, or after two weeks', async () => {
  const [idle, old, good] = [await signedIn(), await signedIn(), await signedIn()];
  const sessionOf = async (api: Api) =>
    (await api.get('/api/sessions')).body.find((one: { current: boolean }) => one.current).id;
  const [idleId, oldId] = [await sessionOf(idle), await sessionOf(old)];
  await relais.db.everywhere(async (sql) => {
    await sql.run(`update session as s set last_seen_at = now() - interval '721 minutes' where s.id = $1`, [idleId]);
    await sql.run(`update session as s set expires_at = now() - interval '1 second' where s.id = $1`, [oldId]);
  });
  expect((await idle.get('/api/me')).status).toBe(401);
  expect((await old.get('/api/me')).status).toBe(401);
  const listed = (await good.get('/api/sessions')).body.map(({ id }: { id: string }) => id);
  expect(listed).not.toContain(idleId);
  expect(listed).not.toContain(oldId);
});

it('cannot end the session of somebody else', async () => {
  const ben = await relais.agent('admin');
  const { body: sessions } = await relais.as(ben).get('/api/sessions');
  const answer = await relais.as(ana).delete(`/api/sessions/${sessions[0].id}`);
  expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await relais.as(ben).get('/api/me')).status).toBe(200);
});

it('stores no token and no password as it is', async () => {
  const text = await relais.db.read((sql) =>
    sql.many(
      `select (select string_agg(s::text, ' ') from session as s) || (select string_agg(g::text, ' ') from agent as g) as all`,
    ),
  );
  expect(JSON.stringify(text)).not.toContain(ana.token);
  expect(JSON.stringify(text)).not.toContain(password);
  expect(JSON.stringify(text)).toContain('$argon2id$');
});

it.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
])('refuses a change that another site makes a browser send: %j', async (headers) => {
  const forged = relais.as(ana).with(headers);
  const answer = await forged.patch('/api/me', { locale: 'en' });
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed', details: { because: 'other-site' } } });
  expect((await relais.as(ana).get('/api/me')).body.agent.locale).toBe('fr');
  expect((await relais.anybody.with(headers).post('/api/session', { email: ana.email, password })).status).toBe(403);
});

it('accepts a change from its own page', async () => {
  const own = relais.as(ana).with({ origin: relais.url, 'sec-fetch-site': 'same-origin' });
  expect((await own.patch('/api/me', { locale: 'en', availability: 'break' })).body).toMatchObject({
    agent: { locale: 'en', availability: 'break' },
  });
});

it('changes the password for who knows it, and ends the sessions elsewhere', async () => {
  const [here, elsewhere] = [await signedIn(), await signedIn()];
  const wrong = await here.post('/api/me/password', { current: 'a guess', next: 'another long battery' });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'password.wrong' } });
  const weak = await here.post('/api/me/password', { current: password, next: 'short' });
  expect(weak).toMatchObject({ status: 422, body: { code: 'password.weak' } });

  expect((await here.post('/api/me/password', { current: password, next: 'another long battery' })).status).toBe(204);
  expect((await here.get('/api/me')).status).toBe(200);
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  const old = await relais.anybody.post('/api/session', { email: ana.email, password });
  expect(old).toMatchObject({ status: 401, body: { code: 'sign-in.wrong' } });
  const back = await here.post('/api/me/password', { current: 'another long battery', next: password });
  expect(back.status).toBe(204);
});

it('slows guessing down, and does not lock out those who come from elsewhere', async () => {
  const other = await givenRelais({ settings: { trustProxy: 1 } });
  const guess = (from: string) =>
    other.anybody.with({ 'x-forwarded-for': from }).post('/api/session', { email: 'x@example.com', password: 'guess' });
  for (let tries = 0; tries < 8; tries += 1) expect((await guess('192.0.2.1')).status).toBe(401);
  const slowed = await guess('192.0.2.1');
  expect(slowed).toMatchObject({ status: 429, body: { code: 'sign-in.too-many' } });
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await guess('192.0.2.2')).status).toBe(401);
  await other.stop();
});

it('does not believe who a caller says they come from', async () => {
  const guess = (from: string) =>
    relais.anybody
      .with({ 'x-forwarded-for': from })
      .post('/api/session', { email: 'y@example.com', password: 'guess' });
  for (let tries = 0; tries < 8; tries += 1) await guess(`192.0.2.${tries}`);
  expect((await guess('192.0.2.99')).status).toBe(429);
});
