import { randomUUID } from 'node:crypto';

import type { AccountAccess } from '../../src/networks/kit/account.js';
import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { OutboundMessage } from '../../src/networks/kit/outbound.js';
import { whatsapp } from '../../src/networks/meta/whatsapp/network.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import { WhatsappSimulator } from '../../src/simulator/meta/whatsapp/whatsapp-simulator.js';
import { Webhook, replyTo } from './support/meta.js';

const phone = '33612345678';
const name = 'Inès Carvalho';
const hour = 3_600_000;
const picture = { type: 'image', name: 'plan.png', mime: 'image/png', bytes: Buffer.from('png') } as const;

let server: WhatsappSimulator;
let hook: Webhook;
let http: HttpClient;
let account: AccountAccess;
const clock = { at: new Date() };

beforeEach(async () => {
  clock.at = new Date();
  server = await WhatsappSimulator.start({ now: () => clock.at, retryMs: [1, 1] });
  const app = { appId: server.app.id, appSecret: server.app.secret, verifyToken: server.app.verifyToken };
  hook = await Webhook.listen(app, whatsapp);
  http = new HttpClient({ allowPrivateNetwork: true });
  const ours = server.addNumber({ name: 'Northline', display: '+33 1 70 00 00 00' });
  const { id: phoneNumberId, businessId: businessAccountId, accessToken } = ours;
  const settings = { phoneNumberId, businessAccountId, accessToken };
  account = { externalId: phoneNumberId, apiBase: server.url, app, settings, limits: {} };
  await whatsapp.subscribe?.(account, hook.url, http);
});

afterEach(async () => {
  await http.close();
  await server.stop();
  await hook.stop();
});

const does = async (deed: string, body: object): Promise<Record<string, string>> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone, name, ...body }),
  };
  const answer: unknown = await (await fetch(`${server.url}/_sim/${deed}`, init)).json();
  return typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
};
const send = (message: OutboundMessage) => whatsapp.send(message, account, http);
const answer = (change: Partial<OutboundMessage> = {}): OutboundMessage =>
  replyTo({ id: phone }, { id: randomUUID(), space: 'private', thread: phone, ...change });
const published = () => server.world.state.published;

it('is checked, and found whole', async () => {
  expect(await whatsapp.check(account, http)).toMatchObject({
    externalId: account.externalId,
    name: 'Northline',
    handle: '+33 1 70 00 00 00',
    missing: [],
    expiresAt: null,
  });
  const other = server.addNumber({ name: 'Other', display: '1', scopes: [] });
  const settings = { ...account.settings, accessToken: other.accessToken, phoneNumberId: other.id };
  const elsewhere = {
    ...account,
    settings: { ...settings, businessAccountId: account.settings['businessAccountId'] ?? '' },
  };
  expect((await whatsapp.check(elsewhere, http)).missing.map((one) => one.name)).toEqual([
    'whatsapp_business_messaging',
    'whatsapp_business_management',
  ]);
});

it('gets messages, of people with and without a number, and what was written by telephone', async () => {
  const first = await does('messages', { text: 'Ma box clignote 🔴' });
  await does('messages', { text: 'encore', userId: 'FR.42' });
  await does('brand-messages', { text: 'C’est réparé.' });
  await server.hooks.settled();
  const of = { account: account.externalId, network: 'whatsapp' };
  expect(hook.events()).toMatchObject([
    { ...of, kind: 'message', id: first['id'], text: 'Ma box clignote 🔴', thread: { key: phone }, from: { name } },
    { ...of, kind: 'thread-moved', from: phone, to: 'FR.42' },
    { ...of, kind: 'message', text: 'encore', thread: { key: 'FR.42' } },
    { ...of, kind: 'message', from: 'us', text: 'C’est réparé.', with: { id: phone } },
  ]);
  expect(hook.forged).toBe(0);
});

it('fetches files by their id, and does not take a page for one', async () => {
  const { id = '' } = await does('files', { bytes: 'picture', mime: 'image/png' });
  expect((await whatsapp.file?.(id, account, http))?.toString()).toBe('picture');
  await expect(whatsapp.file?.('42', account, http)).rejects.toMatchObject({ code: '100/33' });
});

it('sends, and hears what became of it', async () => {
  await does('messages', { text: 'Bonjour' });
  const message = answer();
  const { id } = await send(message);
  await does('reads', { id });
  await server.hooks.settled();
  expect(published()).toMatchObject([{ id, to: phone, type: 'text', text: message.text }]);
  expect(hook.events().slice(1)).toMatchObject([
    { kind: 'message', from: 'us', id, marker: message.id },
    { kind: 'message', from: 'us', id, marker: message.id },
    { kind: 'receipt', state: 'delivered', messages: [id] },
    { kind: 'receipt', state: 'read', messages: [id] },
  ]);
});

it('writes to the id of a person who has no number', async () => {
  await does('messages', { text: 'Bonjour', userId: 'FR.42' });
  await send({ ...answer(), thread: 'FR.42', to: { id: 'FR.42' } });
  expect(published()).toMatchObject([{ to: 'FR.42' }]);
});

it('sends a file with words, and documents for all else', async () => {
  await does('messages', { text: 'Bonjour' });
  await send(answer({ text: 'voici', files: [picture] }));
  await send(answer({ text: '', files: [{ ...picture, mime: 'image/tiff' }] }));
  expect(published()).toMatchObject([
    { type: 'image', text: 'voici' },
    { type: 'document', text: '' },
  ]);
  await expect(send(answer({ text: 'x'.repeat(1025), files: [picture] }))).rejects.toMatchObject({ kind: 'rejected' });
  await expect(send(answer({ text: 'x'.repeat(4097) }))).rejects.toMatchObject({ code: 'too-long' });
  const voice = { type: 'audio', name: 'a.ogg', mime: 'audio/ogg', bytes: Buffer.from('a') } as const;
  await expect(send(answer({ files: [voice] }))).rejects.toMatchObject({ code: 'text-or-file' });
});

it('learns of a closed window minutes later', async () => {
  await does('messages', { text: 'Bonjour' });
  clock.at = new Date(clock.at.getTime() + 25 * hour);
  const { id } = await send(answer());
  await server.hooks.settled();
  expect(hook.events().at(-1)).toMatchObject({ kind: 'message-failed', id, failure: 'window-closed', code: '131047' });
});

it('learns that a person cannot be reached', async () => {
  await does('messages', { text: 'Bonjour' });
  await does('blocks', {});
  await send(answer());
  await server.hooks.settled();
  expect(hook.events().at(-1)).toMatchObject({ kind: 'message-failed', failure: 'customer-unreachable' });
});

describe('a template', () => {
  const rappel = {
    name: 'rappel',
    language: 'fr',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'Bonjour {{1}}, votre box arrive {{2}}.' },
      { type: 'FOOTER', text: 'Northline' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Merci' }] },
    ],
  };

  beforeEach(() => {
    server.addTemplate(rappel);
    server.addTemplate({ ...rappel, name: 'en-attente', status: 'PENDING' });
    server.addTemplate({ ...rappel, name: 'code', category: 'AUTHENTICATION' });
    server.addTemplate({
      ...rappel,
      name: 'photo',
      components: [{ type: 'HEADER', format: 'IMAGE' }, ...rappel.components],
    });
  });

  it('is offered when it is approved, and when words can fill it', async () => {
    expect(await whatsapp.templates?.(account, http)).toEqual([
      {
        name: 'rappel',
        language: 'fr',
        category: 'UTILITY',
        header: null,
        body: 'Bonjour {{1}}, votre box arrive {{2}}.',
        footer: 'Northline',
        buttons: ['Merci'],
        parameters: ['body.1', 'body.2'],
      },
    ]);
  });

  it('goes out when the window is closed', async () => {
    await does('messages', { text: 'Bonjour' });
    clock.at = new Date(clock.at.getTime() + 25 * hour);
    const parameters = { 'body.2': 'lundi', 'body.1': 'Inès' };
    const { id } = await send(answer({ template: { name: 'rappel', language: 'fr', parameters } }));
    await server.hooks.settled();
    expect(published()).toMatchObject([{ id, type: 'template', text: 'Bonjour Inès, votre box arrive lundi.' }]);
    expect(hook.events().at(-1)).toMatchObject({ kind: 'receipt', state: 'delivered' });
  });

  it('is refused by its name when it is not there any more', async () => {
    const template = { name: 'autre', language: 'fr', parameters: {} };
    await expect(send(answer({ template }))).rejects.toMatchObject({ kind: 'rejected', code: '132001' });
  });
});

it('holds up one person by a limit that is theirs', async () => {
  const body = { error: { code: 131056, message: 'pair rate limit' } };
  server.served.script.fail({ method: 'POST', path: '/messages', status: 400, body });
  await expect(send(answer())).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 6000, onlyHere: true });
});

it('leaves an outcome that nobody knows to the statuses', async () => {
  await does('messages', { text: 'Bonjour' });
  server.served.script.cut({ method: 'POST', path: '/messages' });
  const message = answer();
  await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
  await server.hooks.settled();
  expect(hook.events()).toContainEqual(expect.objectContaining({ id: published()[0]?.id, marker: message.id }));
});

it('says when the token has ended', async () => {
  server.world.state.isTokenDead = true;
  await expect(whatsapp.check(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  await expect(send(answer())).rejects.toMatchObject({ kind: 'needs-reauth', code: '190/463' });
});

it('goes on after a restart with all it knew', async () => {
  await does('messages', { text: 'Bonjour' });
  const again = await WhatsappSimulator.start({ now: () => clock.at, memory: server.memory() });
  await whatsapp.send(answer(), { ...account, apiBase: again.url }, http);
  expect(again.world.state.published).toHaveLength(1);
  await again.stop();
});
