import type { AccountAccess, AccountCheck, Refreshed } from '../../src/networks/kit/account.js';
import { SendFailure } from '../../src/networks/kit/failure.js';
import { setting } from '../../src/networks/kit/form.js';
import type { OutboundMessage, Sent } from '../../src/networks/kit/outbound.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { eventually } from '../support/eventually.js';
import { RecordingNetwork } from '../support/recording-network.js';
import { givenRelais } from '../support/relais.js';

jest.setTimeout(60_000);

const hour = 3_600_000;
const refused = () => new SendFailure({ kind: 'needs-reauth', code: '401', detail: 'invalid_token' });

/** A network whose tokens end, and whose refresh token changes at each use: a second use of one is refused. */
class ForgetfulNetwork extends RecordingNetwork {
  refreshes = 0;
  /** What the network knows of us now. */
  valid = 'token-0';
  /** How long the first ones last; those after them an hour. */
  lastsMs = hour;
  mayRefresh = true;
  /** Refuses whatever it is shown. */
  isClosed = false;

  override async check(account: AccountAccess): Promise<AccountCheck> {
    const settings = { ...account.settings, token: this.valid };
    return { ...(await super.check(account)), expiresAt: inMs(this.lastsMs), settings };
  }

  async refresh({ settings }: AccountAccess): Promise<Refreshed> {
    this.refreshes += 1;
    if (!this.mayRefresh || setting(settings, 'token') !== this.valid) throw refused();
    this.valid = `token-${String(this.refreshes)}`;
    return { settings: { ...settings, token: this.valid }, expiresAt: inMs(hour) };
  }

  override async send(message: OutboundMessage, account?: AccountAccess): Promise<Sent> {
    if (this.isClosed || !account || setting(account.settings, 'token') !== this.valid) throw refused();
    return super.send(message);
  }
}

const inMs = (ms: number) => new Date(Date.now() + ms);

let network: ForgetfulNetwork;
let counter: Counter;
beforeEach(() => {
  network = new ForgetfulNetwork();
});
afterEach(() => counter.stop());

async function account() {
  const { body } = await counter.relais.as(counter.admin).get('/api/accounts');
  return body[0];
}

it('asks once for fresh credentials before the old ones end, whoever is there to ask, and speaks with them', async () => {
  // Ends within the time that a refresh is asked for ahead.
  network.lastsMs = 60_000;
  counter = await givenCounter(network);
  const { database, parts } = counter.relais;
  const other = await givenRelais({ database, secretKey: parts.secretKey, networks: [network] });
  try {
    await eventually(account, ({ expiresAt }) => {
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + hour / 2);
    });
    const page = await counter.writes('lea', { text: 'my line is dead' });
    await counter.replies(page, 'We look at it.');
    expect(network.sent.map(({ text }) => text)).toEqual(['We look at it.']);
    expect(network.refreshes).toBe(1);
  } finally {
    await other.stop();
  }
});

it('asks for fresh ones when the network refuses the old ones, and sends what waited, once', async () => {
  counter = await givenCounter(network);
  const page = await counter.writes('lea', { text: 'my line is dead' });
  network.failures.push(refused());
  await counter.replies(page, 'We look at it.');
  expect(network.sent.map(({ text }) => text)).toEqual(['We look at it.']);
  expect(network.refreshes).toBe(1);
  expect(await account()).toMatchObject({ state: 'active' });
});

it('waits for an administrator when fresh credentials are refused as well, or cannot be had', async () => {
  counter = await givenCounter(network);
  const page = await counter.writes('lea', { text: 'my line is dead' });
  network.isClosed = true;
  await counter.queues(page, 'We look at it.');
  await eventually(account, (now) => {
    expect(now).toMatchObject({ state: 'needs-reauth', stateCode: '401', heldReplies: 1 });
  });
  expect(network.refreshes).toBe(1);

  network.isClosed = false;
  expect(await counter.post(`accounts/${(await account()).id}/check`, {}, counter.admin)).toMatchObject({
    body: { state: 'active' },
  });
  await eventually(
    async () => network.sent,
    (sent) => {
      expect(sent).toHaveLength(1);
    },
  );

  network.mayRefresh = false;
  network.failures.push(refused());
  const second = await counter.writes('tom', { text: 'mine too' });
  await counter.queues(second, 'Yours as well.');
  await eventually(account, (now) => {
    expect(now).toMatchObject({ state: 'needs-reauth', heldReplies: 1 });
  });
});
