import { networks } from '../../src/networks/index.js';
import { SendFailure } from '../../src/networks/kit/failure.js';
import type { Network } from '../../src/networks/kit/network.js';
import { startMastodonSimulator } from '../../src/simulator/mastodon/simulator.js';
import type { MastodonSimulator } from '../../src/simulator/mastodon/mastodon-simulator.js';
import { startTelegramSimulator } from '../../src/simulator/telegram/simulator.js';
import { givenRelais, type Api, type Person, type TestRelais } from '../support/relais.js';
import { pigeon } from '../support/pigeon.js';

jest.setTimeout(60_000);

let relais: TestRelais;
let server: MastodonSimulator;
let admin: Person;
let api: Api;
let ours: { id: string; accessToken: string };
const now = () => new Date();
beforeEach(async () => {
  relais = await givenRelais({ settings: { role: 'api' }, networks: [...networks, pigeon, hawk] });
  server = await startMastodonSimulator({ now });
  ours = server.addAccount({ username: 'northline' });
  admin = await relais.agent('admin');
  api = relais.as(admin);
});
afterEach(async () => {
  await relais.stop();
  await server.stop();
});

/** Delivers like a pigeon, but will not promise to. */
const hawk: Network = {
  ...pigeon,
  id: 'hawk',
  family: 'hawk',
  subscribe: () => Promise.reject(new SendFailure({ kind: 'rejected', code: '200', detail: 'no such right' })),
};

async function webhookOf(url: string, token: string): Promise<unknown> {
  const answer = await fetch(`${url}/bot${token}/getWebhookInfo`);
  const { result }: { result: { url: string } } = JSON.parse(await answer.text());
  return result.url;
}

const form = (accessToken: string) => ({ network: 'mastodon', app: {}, settings: { server: server.url, accessToken } });

async function dump(): Promise<string> {
  const rows = await relais.db.read((sql) =>
    sql.many(`select a::text from account as a union all select p::text from app as p union all
              select c::text from connecting as c union all select f.body::text from feed as f`),
  );
  return JSON.stringify(rows);
}

it('says of a network that nobody can connect why that is', async () => {
  const { body } = await relais.as(admin).get('/api/networks');
  expect(body).toContainEqual(
    expect.objectContaining({ id: 'pinterest', transports: [], accountFields: [], cannot: [expect.any(Object)] }),
  );
  const form = { network: 'pinterest', app: {}, settings: {} };
  expect(await relais.as(admin).post('/api/accounts', form)).toMatchObject({ status: 404 });
});

it('asks the network about credentials and stores nothing', async () => {
  const answer = await api.post('/api/accounts/check', form(ours.accessToken));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ externalId: ours.id, name: expect.any(String), missing: [], expiresAt: null });
  expect((await api.get('/api/accounts')).body).toEqual([]);
});

it('connects an account, which is shown without its secrets and told to every screen', async () => {
  const { status, body } = await api.post('/api/accounts', { ...form(ours.accessToken), brand: ' Northline ' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    network: 'mastodon',
    networkName: 'Mastodon',
    externalId: ours.id,
    brand: 'Northline',
    apiBase: server.url,
    state: 'active',
    hookUrl: null,
    heldReplies: 0,
  });
  expect((await api.get('/api/accounts')).body).toEqual([body]);
  const stored = await dump();
  expect(stored).toContain('account.changed');
  expect(stored).not.toContain(ours.accessToken);
  expect(JSON.stringify(body)).not.toContain(ours.accessToken);
  expect(await api.post('/api/accounts', form(ours.accessToken))).toMatchObject({
    status: 409,
    body: { code: 'account.exists', details: { name: body.name } },
  });
});

it('hands on what the network says against the credentials', async () => {
  const answer = await api.post('/api/accounts/check', form('not-a-token'));
  expect(answer).toMatchObject({ status: 422, body: { code: 'account.refused' } });
  expect(answer.body.details.detail).toContain('access token');
  await server.stop();
  const gone = await api.post('/api/accounts/check', form(ours.accessToken));
  expect(gone).toMatchObject({ status: 422, body: { code: 'account.refused' } });
  expect(JSON.stringify(gone.body)).not.toContain(ours.accessToken);
});

it.each([
  [{ network: 'mastodon', app: {}, settings: {} }, 'server'],
  [{ network: 'mastodon', app: {}, settings: { server: 'x', more: 'y' } }, 'more'],
  [{ network: 'telegram', app: { webhookSecret: 'mine' }, settings: { botToken: 'x' } }, 'webhookSecret'],
  [{ network: 'telegram', app: {}, settings: { botToken: 'x', receive: 'pigeon' } }, 'receive'],
])('names the fields that are missing or wrong: %j', async (body, fields) => {
  expect(await api.post('/api/accounts', body)).toMatchObject({
    status: 422,
    body: { code: 'account.fields', details: { fields } },
  });
});

it('does not know a network that there is not', async () => {
  const answer = await api.post('/api/accounts', { network: 'owl', app: {}, settings: {} });
  expect(answer).toMatchObject({ status: 404, body: { code: 'network.unknown' } });
});

it('says when the token was revoked, and works again with a new one of the same account only', async () => {
  const { id } = (await api.post('/api/accounts', form(ours.accessToken))).body;
  server.revokeToken(ours.accessToken);
  const revoked = await api.post(`/api/accounts/${id}/check`);
  expect(revoked).toMatchObject({ status: 200, body: { id, state: 'needs-reauth', stateCode: '401' } });

  const stranger = server.addAccount({ username: 'stranger' });
  const other = await api.patch(`/api/accounts/${id}`, { settings: { accessToken: stranger.accessToken } });
  expect(other).toMatchObject({ status: 409, body: { code: 'account.other' } });

  const { accessToken: fresh } = server.addAccount({ username: 'northline' });
  const repaired = await api.patch(`/api/accounts/${id}`, { settings: { server: '', accessToken: fresh } });
  expect(repaired).toMatchObject({ status: 200, body: { id, state: 'active', stateCode: null } });
  expect((await api.post(`/api/accounts/${id}/check`)).body.state).toBe('active');
});

it('keeps the row of an account that goes and comes back', async () => {
  const { id } = (await api.post('/api/accounts', form(ours.accessToken))).body;
  expect((await api.delete(`/api/accounts/${id}`)).status).toBe(204);
  expect((await api.get('/api/accounts')).body).toEqual([]);
  expect((await api.delete(`/api/accounts/${id}`)).status).toBe(404);
  expect((await api.post(`/api/accounts/${id}/check`)).status).toBe(404);
  expect((await api.post('/api/accounts', form(ours.accessToken))).body).toMatchObject({ id, state: 'active' });
});

it('connects an account that its owner agrees to at the network, once and only for who went there', async () => {
  const start = { network: 'mastodon', apiBase: server.url, app: {} };
  const { status, body } = await api.post('/api/accounts/oauth', start);
  expect(status).toBe(200);
  expect(await dump()).not.toMatch(/client_secret|clientSecret/);
  const consent = await fetch(body.url, { redirect: 'manual' });
  const back = (consent.headers.get('location') ?? '').replace(relais.url, '');
  expect(back).toMatch(/^\/oauth\/back\?code=/);

  const other = await relais.agent('admin');
  expect((await relais.as(other).get(back)).headers.get('location')).toBe('/admin/accounts?refused=link.invalid');
  expect((await relais.anybody.get(back)).headers.get('location')).toBe('/admin/accounts?refused=session.none');
  const landed = await api.get(back);
  expect([landed.status, landed.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/admin\/accounts\?connected=/),
  ]);
  expect((await api.get('/api/accounts')).body).toMatchObject([
    { externalId: ours.id, state: 'active', apiBase: server.url },
  ]);
  expect((await api.get(back)).headers.get('location')).toBe('/admin/accounts?refused=link.invalid');
});

it('renews an account whose owner agrees once more, and says so when they do not', async () => {
  const { id } = (await api.post('/api/accounts', form(ours.accessToken))).body;
  server.revokeToken(ours.accessToken);
  await api.post(`/api/accounts/${id}/check`);
  const { body } = await api.post('/api/accounts/oauth', { network: 'mastodon', apiBase: server.url, app: {} });
  const consent = await fetch(body.url, { redirect: 'manual' });
  const back = (consent.headers.get('location') ?? '').replace(relais.url, '');
  expect((await api.get(back)).headers.get('location')).toBe(`/admin/accounts?connected=${id}`);
  expect((await api.get('/api/accounts')).body).toMatchObject([{ id, state: 'active' }]);
  const denied = await api.get('/oauth/back?error=access_denied&state=x');
  expect(denied.headers.get('location')).toBe('/admin/accounts?refused=consent.denied');
});

it('makes a network call us with a secret of our own, and stops it with the account', async () => {
  const telegram = await startTelegramSimulator({ now });
  const bot = telegram.addBot({ username: 'northline_bot' });
  const settings = { botToken: bot.token, receive: 'webhook' };
  const { body } = await api.post('/api/accounts', { network: 'telegram', apiBase: telegram.url, app: {}, settings });
  expect(body).toMatchObject({
    state: 'active',
    hookUrl: expect.stringMatching(`^${relais.url}/hooks/telegram/[\\w-]{24}$`),
  });
  expect(await webhookOf(telegram.url, bot.token)).toBe(body.hookUrl);
  await api.delete(`/api/accounts/${body.id}`);
  expect(await webhookOf(telegram.url, bot.token)).toBe('');
  await telegram.stop();
});

it('keeps an account that the network will not call us for, and says why', async () => {
  const { body } = await api.post('/api/accounts', {
    network: 'hawk',
    app: { secret: 'x' },
    settings: { name: 'one' },
  });
  expect(body).toMatchObject({ state: 'restricted', stateCode: '200', stateDetail: 'no such right' });
  expect((await api.get('/api/accounts')).body).toEqual([body]);
  // The network's own words, and our address for its calls, are for administrators.
  const adviser = relais.as(await relais.agent('adviser'));
  const seen = { ...body, stateDetail: null, fetchError: null, hookUrl: null };
  expect((await adviser.get('/api/accounts')).body).toEqual([seen]);
});

it('shares the app, and its address for calls, among the accounts of one registration', async () => {
  const connect = async (name: string, secret: string | null) => {
    const app: Record<string, string> = secret === null ? {} : { secret };
    return (await api.post('/api/accounts', { network: 'pigeon', app, settings: { name } })).body.hookUrl;
  };
  const first = await connect('one', 'a');
  expect(await connect('two', 'a')).toBe(first);
  expect(await connect('three', null)).toBe(first);
  expect(await connect('four', 'another registration')).not.toBe(first);
});

it('lists the networks with the forms that connect them', async () => {
  const { body } = await api.get('/api/networks');
  const telegram = body.find(({ id }: { id: string }) => id === 'telegram');
  expect(telegram).toMatchObject({ family: 'telegram', oauth: false, transports: ['webhook', 'poll'] });
  expect(telegram.accountFields[1]).toMatchObject({
    name: 'receive',
    initial: 'poll',
    choices: [expect.objectContaining({ value: 'poll' }), expect.objectContaining({ value: 'webhook' })],
  });
  expect(body.find(({ id }: { id: string }) => id === 'mastodon')).toMatchObject({ oauth: true, appFields: [] });
});
