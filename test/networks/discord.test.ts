import { setTimeout } from 'node:timers/promises';

import { discord } from '../../src/networks/discord/network.js';
import type { AccountAccess } from '../../src/networks/kit/account.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import type { DiscordSimulator } from '../../src/simulator/discord/simulator.js';
import { startDiscordSimulator } from '../../src/simulator/discord/start.js';
import { Reader, replyTo } from './support/reader.js';

let server: DiscordSimulator;
let http: HttpClient;
let account: AccountAccess;
let reader: Reader;
let channel: string;

beforeEach(async () => {
  server = await startDiscordSimulator({ now: () => new Date() });
  http = new HttpClient({ allowPrivateNetwork: true });
  const settings = { botToken: server.token };
  account = { externalId: server.bot.id, apiBase: server.apiBase, app: {}, settings, limits: {} };
  reader = new Reader(discord, account, http);
  channel = server.channel();
});

afterEach(async () => {
  reader.close();
  await http.close();
  await server.stop();
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(2);
}

const texts = () => reader.theirs().map(({ text }) => text);

describe('the gateway', () => {
  it('tells of messages, edits, deletions, reactions and buttons, each once', async () => {
    const stream = reader.listen();
    await until(() => server.gateway.count === 1);
    const first = server.writes('zoe', channel, 'fist');
    server.edits(first, 'first');
    server.writes('zoe', null, 'in private');
    server.reacts('zoe', first);
    server.reacts('zoe', first, false);
    server.presses('zoe', channel, 'call-me');
    server.deletes(first);
    await until(() => reader.events().some(({ kind }) => kind === 'message-deleted'));
    await until(() => server.acknowledged.length === 1);
    await stream.stop();
    const events = reader.events();
    expect(events.map((event) => (event.kind === 'message' ? event.text : event.kind))).toEqual([
      'fist',
      'first',
      'in private',
      'reaction',
      'reaction',
      '[call-me]',
      'message-deleted',
    ]);
    const reactions = events.filter((event) => event.kind === 'reaction');
    expect(reactions[1]?.at.getTime()).toBeGreaterThan(reactions[0]?.at.getTime() ?? Infinity);
    expect(server.gateway.identified).toMatchObject([{ intents: 46_593 }]);
  });

  it.each([
    [
      'breaks',
      () => {
        server.gateway.drop();
      },
    ],
    [
      'is closed to be resumed',
      () => {
        server.gateway.drop(4000);
      },
    ],
    [
      'is asked to come back',
      () => {
        server.gateway.askToReconnect();
      },
    ],
  ])('loses nothing and brings nothing twice when it %s', async (_how, ends) => {
    const stream = reader.listen();
    await until(() => server.gateway.count === 1);
    server.writes('zoe', channel, 'before');
    await until(() => reader.messages().length === 1);
    ends();
    server.writes('zoe', null, 'while it was away');
    await until(() => server.gateway.resumed === 1);
    server.writes('zoe', channel, 'after');
    await until(() => reader.messages().length === 3);
    await stream.stop();
    expect(texts()).toEqual(['before', 'while it was away', 'after']);
    expect(server.gateway.identified).toHaveLength(1);
  });

  it('begins another session when Discord has forgotten it, and the poll finds what was missed', async () => {
    const stream = reader.listen();
    await until(() => server.gateway.count === 1);
    server.gateway.drop();
    server.gateway.forget();
    server.writes('zoe', channel, 'missed');
    server.gateway.forget();
    await until(() => server.gateway.identified.length === 2);
    await until(() => texts().includes('missed'));
    await stream.stop();
  });

  it('comes back when its beats are not answered', async () => {
    server.gateway.heartbeatMs = 20;
    server.gateway.isDeaf = true;
    const stream = reader.listen();
    await until(() => server.gateway.resumed > 0);
    expect(server.gateway.beats.length).toBeGreaterThan(0);
    await stream.stop();
  });

  it('says that a bot is refused', async () => {
    server.token = 'another';
    const port = {
      http,
      sockets: { listen: () => Promise.resolve({ code: 4014, wasHeard: true }) },
      signal: new AbortController().signal,
      wake: () => undefined,
      deliver: () => Promise.resolve(),
    };
    account = { ...account, settings: { botToken: 'another' } };
    await expect(discord.stream?.(account, port)).rejects.toMatchObject({ kind: 'needs-reauth', code: 'gateway 4014' });
  });
});

describe('polling', () => {
  it('brings what was written in servers, in order, however much it was', async () => {
    await reader.catchUp();
    const wanted = Array.from({ length: 250 }, (_none, number) => server.writes('zoe', channel, `${number}`).content);
    await reader.catchUp();
    expect(texts()).toEqual(wanted);
    expect(await reader.catchUp()).toEqual([]);
  });

  it('says when the token is no longer good', async () => {
    server.token = 'another';
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'needs-reauth' });
  });
});

describe('sending', () => {
  it('publishes once when the answer is lost, and calls nobody', async () => {
    server.writes('zoe', channel, 'help');
    await reader.catchUp();
    const reply = replyTo(reader.last(), { text: '@everyone on it' });
    server.script.cut({ method: 'POST' });
    await expect(discord.send(reply, account, http)).rejects.toMatchObject({ name: 'UnknownOutcome' });
    expect(await discord.settle?.(reply, account, http)).toMatchObject({ is: 'sent' });
    await discord.send(reply, account, http);
    expect(server.published()).toHaveLength(1);
    await reader.catchUp();
    expect(reader.messages().find(({ from }) => from === 'us')).toMatchObject({ with: { handle: 'zoe' } });
  });

  it('opens private channels, and is refused by who closed theirs', async () => {
    server.writes('zoe', channel, 'help');
    await reader.catchUp();
    const message = reader.last();
    const ask = () => replyTo(message, { space: 'private', fromPublic: message.id });
    const sent = await discord.send(ask(), account, http);
    expect(sent.thread?.key).toBe(sent.id.split('/')[0]);
    server.closesMessages('zoe');
    await expect(discord.send(ask(), account, http)).rejects.toMatchObject({ kind: 'customer-unreachable' });
  });

  it('sends files along', async () => {
    server.writes('zoe', channel, 'help');
    await reader.catchUp();
    const file = { type: 'image', name: 'box.png', mime: 'image/png', bytes: Buffer.from('png') } as const;
    const { id } = await discord.send(replyTo(reader.last(), { files: [file], text: 'Voilà' }), account, http);
    expect(server.messages.get(id.split('/')[1] ?? '')).toMatchObject({ files: 1, content: 'Voilà' });
  });
});

it('moderates', async () => {
  const rude = server.writes('zoe', channel, 'liars');
  const does = (act: 'delete' | 'like' | 'unlike' | 'edit-own', messageId: string, text = '') =>
    discord.moderate?.({ act, messageId, text }, account, http);
  const key = `${channel}/${rude.id}`;
  await does('like', key);
  expect(server.reactions).toEqual(['👍']);
  await does('unlike', key);
  await does('edit-own', key, 'friends');
  expect(server.messages.get(rude.id)?.content).toBe('friends');
  await does('delete', key);
  await does('delete', key);
  expect(server.messages.size).toBe(0);
});

it('knows who it is, and what is missing', async () => {
  expect(await discord.check(account, http)).toMatchObject({
    externalId: server.bot.id,
    name: 'northline',
    missing: [],
  });
});
