import { setTimeout } from 'node:timers/promises';

import type { AccountAccess } from '../../src/networks/kit/account.js';
import { twitch } from '../../src/networks/twitch/network.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import { startTwitchSimulator, type TwitchSimulator } from '../../src/simulator/twitch/simulator.js';
import { Reader, replyTo } from './support/reader.js';

let server: TwitchSimulator;
let http: HttpClient;
let account: AccountAccess;
let reader: Reader;

beforeEach(async () => {
  server = await startTwitchSimulator({ now: () => new Date() });
  http = new HttpClient({ allowPrivateNetwork: true });
  const settings = { accessToken: server.accessToken, refreshToken: 'refresh' };
  const app = { clientId: 'client', clientSecret: 'secret' };
  account = { externalId: server.us, apiBase: server.apiBase, app, settings, limits: {} };
  reader = new Reader(twitch, account, http);
});

afterEach(async () => {
  reader.close();
  await http.close();
  await server.stop();
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(2);
}

const listening = async () => {
  const stream = reader.listen();
  await until(() => server.subscribed.size === 5);
  return stream;
};

it('hears the chat, deletions and whispers, and comes back when the connection breaks', async () => {
  const stream = await listening();
  const first = server.chats('zoe', 'help');
  server.deletes(first);
  server.whisperFrom('zoe', 'in private');
  await until(() => reader.events().length === 3);
  server.drop();
  await until(() => server.opened === 2);
  server.chats('zoe', 'still there?');
  await until(() => reader.events().length === 4);
  await stream.stop();
  expect(reader.events().map((event) => (event.kind === 'message' ? event.text : event.kind))).toEqual([
    'help',
    'message-deleted',
    'in private',
    'still there?',
  ]);
});

it('goes to another address when it is asked to, and the old one is left only then', async () => {
  const stream = await listening();
  server.moves();
  await until(() => server.opened === 2 && server.connections === 1);
  server.chats('zoe', 'after the move');
  await until(() => reader.messages().some(({ text }) => text === 'after the move'));
  await stream.stop();
});

it('answers in the chat, knows its echo, and takes a dropped line for a failure', async () => {
  const stream = await listening();
  server.chats('zoe', 'help');
  await until(() => reader.messages().length === 1);
  const { id } = await twitch.send(replyTo(reader.last()), account, http);
  await until(() => reader.messages().length === 2);
  expect(reader.messages().at(-1)).toMatchObject({ id, from: 'us', with: { handle: 'zoe' } });
  server.dropReason = 'slow_mode';
  await expect(twitch.send(replyTo(reader.last()), account, http)).rejects.toMatchObject({ kind: 'rate-limited' });
  server.dropReason = 'msg_rejected';
  await expect(twitch.send(replyTo(reader.last()), account, http)).rejects.toMatchObject({ kind: 'rejected' });
  const whisper = replyTo(reader.last(), { space: 'private', fromPublic: 'x' });
  expect((await twitch.send(whisper, account, http)).thread).toEqual({ key: 'id-zoe', personId: 'id-zoe' });
  expect(server.whispers).toHaveLength(1);
  await stream.stop();
});

it('deletes what others wrote, and replaces a token that has ended', async () => {
  const rude = server.chats('zoe', 'liars');
  await twitch.moderate?.({ act: 'delete', messageId: rude.id }, account, http);
  await twitch.moderate?.({ act: 'delete', messageId: rude.id }, account, http);
  expect(await twitch.check(account, http)).toMatchObject({ externalId: server.us, name: 'Northline', missing: [] });
  server.accessToken = 'another';
  await expect(twitch.check(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  const fresh = await twitch.refresh?.(account, http);
  expect(fresh?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
  await twitch.check({ ...account, settings: { ...fresh?.settings } }, http);
});
