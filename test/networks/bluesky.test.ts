import { setTimeout } from 'node:timers/promises';

import { bluesky } from '../../src/networks/bluesky/network.js';
import { givenBluesky, us, type Bluesky } from './support/bluesky.js';
import { replyTo } from './support/reader.js';

let here: Bluesky;

async function given(options: Parameters<typeof givenBluesky>[0] = {}): Promise<Bluesky> {
  here = await givenBluesky(options);
  return here;
}

afterEach(() => here.stop());

const zoe = 'zoe.test';
const mentions = (text: string) => here.server.posts({ handle: zoe, text, mentions: us });
const publishedTexts = () => here.server.published().map(({ text }) => text);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(1);
}

describe('polling', () => {
  it('brings everything once, in order, however much came between two polls', async () => {
    const { reader } = await given();
    const texts: string[] = [];
    for (const burst of [1, 0, 3, 250, 1]) {
      for (let number = 0; number < burst; number += 1)
        texts.push(String(mentions(`message ${texts.length}`).value['text']));
      await reader.catchUp();
    }
    expect(reader.messages().map(({ text }) => text)).toEqual(texts);
    expect(await reader.catchUp()).toEqual([]);
  });

  it('goes on with a walk that was too long for one poll', async () => {
    const { server, account, http, reader } = await given();
    await reader.catchUp();
    for (let number = 0; number < 1200; number += 1) mentions(`message ${number}`);
    const page = await bluesky.poll?.(reader.cursor, account, http);
    expect(page?.more).toBe(true);
    server.posts({ handle: zoe, text: 'meanwhile', mentions: us });
    await reader.catchUp();
    expect(new Set(reader.messages().map(({ text }) => text)).size).toBe(1201);
  });

  it('keeps the words of one person under one post together, and knows our own', async () => {
    const { server, reader, account, http } = await given();
    await reader.catchUp();
    const post = server.posts({ handle: us, text: 'We close at six' });
    const question = server.posts({ handle: zoe, text: 'and on sundays?', inReplyTo: post.uri });
    await reader.catchUp();
    const { id } = await bluesky.send(replyTo(reader.last()), account, http);
    server.posts({ handle: zoe, text: 'thanks', inReplyTo: id });
    await reader.catchUp();
    const keys = reader.messages().map(({ thread }) => thread.key);
    expect(new Set(keys).size).toBe(1);
    expect(reader.theirs()[0]).toMatchObject({ id: question.uri, thread: { post: { id: post.uri, by: 'us' } } });
    expect(reader.messages().find(({ from }) => from === 'us')).toMatchObject({ id, with: { handle: zoe } });
  });

  it('brings likes and quotes of what we wrote', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const post = server.posts({ handle: us, text: 'New shop!' });
    server.likes(zoe, post.uri);
    server.posts({ handle: zoe, text: 'Far away', quotes: post.uri });
    await reader.catchUp();
    expect(reader.events()).toMatchObject([
      { kind: 'reaction', on: { post: post.uri } },
      { kind: 'message', messageKind: 'quote', thread: { post: { id: post.uri, by: 'us' } } },
      { kind: 'post', post: { id: post.uri } },
    ]);
  });

  it('finds deletions without any stream, when a post is missed twice', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const regretted = mentions('you idiots');
    await reader.catchUp();
    server.deletes(regretted.uri);
    await reader.catchUp();
    expect(reader.events().filter(({ kind }) => kind === 'message-deleted')).toEqual([]);
    await reader.catchUp();
    expect(reader.events()).toContainEqual(expect.objectContaining({ kind: 'message-deleted', id: regretted.uri }));
  });

  it('loses nothing to an error, a lost answer or a rate limit', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    mentions('one');
    server.script.fail({ path: 'listNotifications', status: 502, body: { error: 'UpstreamFailure' } });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'try-again' });
    server.script.cut({ path: 'listNotifications' });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'try-again' });
    server.setRateLimit(0);
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: expect.any(Number) });
    server.setRateLimit(3000);
    mentions('two');
    await reader.catchUp();
    expect(reader.messages().map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('goes back to a date', async () => {
    const { reader } = await given();
    mentions('before');
    await reader.catchUp();
    reader.stored.clear();
    reader.cursor = bluesky.pollFrom?.(new Date(Date.now() - 3_600_000), reader.cursor) ?? null;
    await reader.catchUp();
    expect(reader.messages().map(({ text }) => text)).toEqual(['before']);
  });
});

describe('private messages', () => {
  it('arrive once, with reactions, deletions and what we wrote in the app', async () => {
    const { server, reader } = await given();
    const convo = server.writes(zoe, us, 'before the first poll');
    await reader.catchUp();
    server.writes(zoe, us, 'my line is down');
    server.reacts(zoe, convo, '👍');
    server.writes(us, zoe, 'written in the app');
    await reader.catchUp();
    server.unsays(convo);
    await reader.catchUp();
    expect(reader.events()).toMatchObject([
      { text: 'before the first poll', thread: { key: convo.id, space: 'private' }, from: { handle: zoe } },
      { text: 'my line is down' },
      { kind: 'reaction', emoji: '👍', by: { handle: zoe } },
      { from: 'us', with: { handle: zoe } },
      { kind: 'message-deleted' },
    ]);
  });

  it('are opened from a public message, and refused by who takes none', async () => {
    const { server, reader, account, http } = await given();
    mentions('my line is down');
    await reader.catchUp();
    const message = reader.last();
    const ask = () => replyTo(message, { space: 'private', fromPublic: message.id });
    const sent = await bluesky.send(ask(), account, http);
    expect(sent).toMatchObject({ thread: { personId: message.from === 'us' ? '' : message.from.id } });
    server.closesMessages(zoe);
    await expect(bluesky.send(ask(), account, http)).rejects.toMatchObject({ kind: 'customer-unreachable' });
  });

  it('are missed where the app password does not reach them, and nothing else is', async () => {
    const { server, reader, account, http } = await given({ hasChat: false });
    mentions('hello');
    await reader.catchUp();
    expect(reader.messages()).toHaveLength(1);
    const check = await bluesky.check(account, http);
    expect(check.missing.map(({ name }) => name)).toEqual(['direct messages']);
    expect(server.script.calls().filter(({ path }) => path.includes('createSession'))).toHaveLength(1);
  });
});

describe('sending', () => {
  it('marks links, mentions and hashtags by their bytes', async () => {
    const { server, reader, account, http } = await given();
    mentions('help');
    await reader.catchUp();
    const text = `Voilà 📡 @${zoe} : https://northline.example/état, #réseau`;
    const { id } = await bluesky.send(replyTo(reader.last(), { text, language: 'fr' }), account, http);
    const bytes = Buffer.from(text);
    const { facets } = JSON.parse(JSON.stringify(server.record(id)?.value ?? {}));
    const marked = [...facets].map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString());
    expect(marked).toEqual([`@${zoe}`, 'https://northline.example/état', '#réseau']);
  });

  it('sends images along', async () => {
    const { server, reader, account, http } = await given();
    mentions('help');
    await reader.catchUp();
    const file = { type: 'image', name: 'Box', mime: 'image/png', bytes: Buffer.from('png') } as const;
    const { id } = await bluesky.send(replyTo(reader.last(), { files: [file] }), account, http);
    expect(server.record(id)?.value).toMatchObject({ embed: { images: [{ alt: 'Box' }] } });
  });

  it.each(['createRecord', 'sendMessage'])('publishes once when the answer to %s is lost', async (method) => {
    const { server, reader, account, http } = await given();
    if (method === 'createRecord') mentions('help');
    else server.writes(zoe, us, 'help');
    await reader.catchUp();
    const reply = replyTo(reader.last());
    server.script.cut({ path: method });
    await expect(bluesky.send(reply, account, http)).rejects.toMatchObject({ name: 'UnknownOutcome' });
    expect(await bluesky.settle?.(reply, account, http)).toMatchObject({ is: 'sent' });
    if (method === 'createRecord') await bluesky.send(reply, account, http);
    expect(publishedTexts()).toEqual([reply.text]);
  });

  it('knows that a reply was never published', async () => {
    const { reader, account, http } = await given();
    mentions('help');
    await reader.catchUp();
    expect(await bluesky.settle?.(replyTo(reader.last()), account, http)).toEqual({ is: 'absent' });
  });

  it('is refused under a post that is gone, and with too long a text', async () => {
    const { server, reader, account, http } = await given();
    const post = mentions('help');
    await reader.catchUp();
    const long = replyTo(reader.last(), { text: 'x'.repeat(301) });
    await expect(bluesky.send(long, account, http)).rejects.toMatchObject({ kind: 'rejected' });
    server.deletes(post.uri);
    const reply = replyTo(reader.last());
    await expect(bluesky.send(reply, account, http)).rejects.toMatchObject({ code: 'ReplyTargetNotFound' });
  });
});

describe('moderating', () => {
  it('hides and shows replies, likes, and deletes what is ours', async () => {
    const { server, reader, account, http } = await given();
    await reader.catchUp();
    const post = server.posts({ handle: us, text: 'We close at six' });
    const rude = server.posts({ handle: zoe, text: 'liars', inReplyTo: post.uri });
    const gate = `at://${account.externalId}/app.bsky.feed.threadgate/${post.rkey}`;
    const does = (act: 'hide' | 'unhide' | 'like' | 'unlike' | 'delete', messageId: string) =>
      bluesky.moderate?.({ act, messageId }, account, http);
    await does('hide', rude.uri);
    await does('hide', rude.uri);
    expect(server.record(gate)?.value).toMatchObject({ hiddenReplies: [rude.uri], post: post.uri });
    await does('unhide', rude.uri);
    expect(server.record(gate)?.value).toMatchObject({ hiddenReplies: [] });
    await does('like', rude.uri);
    await does('unlike', rude.uri);
    await does('unlike', rude.uri);
    await expect(does('delete', rude.uri)).rejects.toMatchObject({ kind: 'rejected' });
    await does('delete', post.uri);
    expect(server.record(post.uri)).toBeUndefined();
  });
});

describe('a session', () => {
  it('that has ended is replaced, by its rotating token or by the app password', async () => {
    const { server, account, http } = await given();
    server.expireSessions();
    await expect(bluesky.poll?.(null, account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
    const first = await bluesky.refresh?.(account, http);
    expect(first?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
    // The old refresh token is dead by now.
    const second = await bluesky.refresh?.(account, http);
    for (const fresh of [first, second]) {
      await bluesky.poll?.(null, { ...account, settings: { ...fresh?.settings } }, http);
    }
    server.revoke(us);
    await expect(bluesky.refresh?.(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  });

  it('is another one with another app password', async () => {
    const { account, http } = await given();
    const settings = { ...account.settings, appPassword: 'wrong' };
    await expect(bluesky.check({ ...account, settings }, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  });
});

it('hears of deletions by Jetstream, and of answers at once', async () => {
  const { server, reader } = await given();
  mentions('hello');
  const regretted = mentions('you idiots');
  await reader.catchUp();
  const stream = reader.listen();
  await until(() => server.streams() === 1);
  server.deletes(regretted.uri);
  await until(() => reader.stored.has(`gone:${regretted.uri}`));
  server.dropStreams();
  await until(() => server.streams() === 1);
  mentions('sorry');
  await until(() => reader.messages().some(({ text }) => text === 'sorry'));
  await stream.stop();
  expect(reader.events()).toContainEqual(expect.objectContaining({ kind: 'message-deleted', id: regretted.uri }));
});
