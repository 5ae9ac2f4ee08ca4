import type { TicketRow } from '../../src/contract/index.js';
import type { MastodonSimulator } from '../../src/simulator/mastodon/mastodon-simulator.js';
import { startMastodonSimulator } from '../../src/simulator/mastodon/simulator.js';
import { eventually } from '../support/eventually.js';
import { RecordingNetwork, recordingForm } from '../support/recording-network.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const day = 86_400_000;
let age = 0;
let server: MastodonSimulator;
let relais: TestRelais;
let admin: Person;

afterEach(async () => {
  await relais.stop();
  await server.stop();
});

const previews = async () => {
  const { body } = await relais.as(admin).get('/api/tickets?view=all&limit=100');
  return body.rows.map(({ preview }: TicketRow) => preview).sort();
};

it('reads the past of an account once more, keeps what was missed, and nothing twice', async () => {
  server = await startMastodonSimulator({ now: () => new Date(Date.now() - age) });
  const { accessToken } = server.addAccount({ username: 'northline' });
  for (const [days, text] of [
    [20, 'too long ago'],
    [2, 'written before you came'],
    [0, 'written just now'],
  ] as const) {
    age = days * day;
    server.customerPosts({ handle: `lea${String(days)}@remote.example`, text: `@northline ${text}` });
  }
  relais = await givenRelais();
  admin = await relais.agent('admin');
  const form = { network: 'mastodon', apiBase: server.url, app: {}, settings: { server: server.url, accessToken } };
  const { body: account } = await relais.as(admin).post('/api/accounts', form);
  expect(account).toMatchObject({ canRefetch: true });
  await eventually(previews, (found) => {
    expect(found).toEqual([expect.stringContaining('written just now')]);
  });

  const path = `/api/accounts/${account.id}/refetch`;
  const from = new Date(Date.now() - 3 * day).toISOString();
  expect(await relais.as(admin).post(path, { from })).toMatchObject({ status: 200 });
  await eventually(previews, (found) => {
    expect(found).toEqual([
      expect.stringContaining('written before you came'),
      expect.stringContaining('written just now'),
    ]);
  });
  server.customerPosts({ handle: 'tom@remote.example', text: '@northline and it goes on' });
  await eventually(previews, (found) => {
    expect(found).toEqual([
      expect.stringContaining('and it goes on'),
      expect.stringContaining('written before you came'),
      expect.stringContaining('written just now'),
    ]);
  });
});

it('refuses a date too far away, and a network that does not list its past', async () => {
  server = await startMastodonSimulator({ now: () => new Date() });
  relais = await givenRelais({ networks: [new RecordingNetwork()] });
  admin = await relais.agent('admin');
  const { body: account } = await relais.as(admin).post('/api/accounts', recordingForm('shop'));
  const path = `/api/accounts/${account.id}/refetch`;
  const ago = (days: number) => ({ from: new Date(Date.now() - days * day).toISOString() });
  expect(await relais.as(admin).post(path, ago(40))).toMatchObject({
    status: 422,
    body: { code: 'account.refetch-date' },
  });
  expect(await relais.as(admin).post(path, ago(1))).toMatchObject({
    status: 409,
    body: { code: 'account.no-refetch' },
  });
});
