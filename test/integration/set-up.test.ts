import { givenRelais, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let relais: TestRelais;
beforeEach(async () => (relais = await givenRelais()));
afterEach(() => relais.stop());

const steps = {
  workspaceName: 'Bouygues Telecom',
  name: 'Claire Martin',
  email: 'claire@example.com',
  password: 'a long enough sentence',
  locale: 'fr',
};
const tokenOf = (url: string | null): string => url?.split('#')[1] ?? '';

it('lets the first administrator in by the link of the first start, once', async () => {
  const { setUpUrl } = relais.running;
  expect(setUpUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/set-up#1\.[\w-]{43}$/);
  expect((await relais.anybody.get('/api/setup')).body).toEqual({ needed: true, demo: null });

  const answer = await relais.anybody.post('/api/setup', { ...steps, token: tokenOf(setUpUrl) });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    agent: {
      id: expect.any(String),
      name: 'Claire Martin',
      email: 'claire@example.com',
      role: 'admin',
      locale: 'fr',
      availability: 'available',
    },
    picks: { picked: 0, passedOver: 0, skipsLeft: null },
    workspace: { id: 1, name: 'Bouygues Telecom', demo: false },
    version: 'test',
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^relais_session=1\.[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const signedIn = relais.anybody.with({ cookie: cookie.split(';')[0] ?? '' });
  expect((await signedIn.get('/api/me')).body).toEqual(answer.body);
  expect((await signedIn.get('/api/topics')).body).toContainEqual({
    id: expect.any(String),
    lane: 'care',
    name: { en: 'Outage', fr: 'Panne réseau' },
  });

  expect((await relais.anybody.get('/api/setup')).body).toEqual({ needed: false, demo: null });
  const again = await relais.anybody.post('/api/setup', { ...steps, token: tokenOf(setUpUrl) });
  expect(again).toMatchObject({ status: 409, body: { code: 'set-up.done' } });
});

it('makes one administrator of two who use the link at once', async () => {
  const token = tokenOf(relais.running.setUpUrl);
  const both = ['one@example.com', 'two@example.com'].map((email) =>
    relais.anybody.post('/api/setup', { ...steps, email, token }),
  );
  const statuses = (await Promise.all(both)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409]);
});

it.each(['', '1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '999999999.aaaaaaaaaaaaaaaaaaaaaaaaaaa', 'x'.repeat(30)])(
  'refuses the made-up link %p',
  async (token) => {
    const answer = await relais.anybody.post('/api/setup', { ...steps, token });
    expect([400, 410]).toContain(answer.status);
  },
);

it('refuses a weak password and keeps the link good', async () => {
  const token = tokenOf(relais.running.setUpUrl);
  const weak = await relais.anybody.post('/api/setup', { ...steps, token, password: 'short' });
  expect(weak).toMatchObject({ status: 422, body: { code: 'password.weak', details: { min: 10 } } });
  expect((await relais.anybody.post('/api/setup', { ...steps, token })).status).toBe(200);
});

it('prints another link at the next start as long as nobody came, and none afterwards', async () => {
  const { database } = relais;
  const second = await givenRelais({ database });
  const token = tokenOf(second.running.setUpUrl);
  expect(token).not.toBe(tokenOf(relais.running.setUpUrl));
  expect((await second.anybody.post('/api/setup', { ...steps, token })).status).toBe(200);
  await second.stop();
  const third = await givenRelais({ database });
  expect(third.running.setUpUrl).toBeNull();
  await third.stop();
});

it('takes the first administrator from the settings instead', async () => {
  const administrator = { email: 'ops@example.com', password: 'from the environment' };
  const other = await givenRelais({ settings: { firstAdministrator: administrator } });
  expect(other.running.setUpUrl).toBeNull();
  const answer = await other.anybody.post('/api/session', administrator);
  expect(answer).toMatchObject({ status: 200, body: { agent: { role: 'admin', email: 'ops@example.com' } } });
  await other.stop();
});
