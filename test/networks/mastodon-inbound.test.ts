import { setTimeout } from 'node:timers/promises';

import { mastodon } from '../../src/networks/mastodon/network.js';
import type { Quirks } from '../../src/simulator/mastodon/model.js';
import { givenMastodon, replyTo, type Mastodon } from './support/mastodon.js';

let here: Mastodon;

async function given(options: Parameters<typeof givenMastodon>[0] = {}): Promise<Mastodon> {
  here = await givenMastodon(options);
  return here;
}

afterEach(() => here.stop());

const zoe = 'zoe@pouet.example';
const bram = 'bram@klets.example';
const says = (handle: string, text: string) =>
  here.server.customerPosts({ handle, text: `@northline@mastodon.test ${text}` });

const servers: readonly [string, Quirks][] = [
  ['Mastodon', {}],
  ['a server with ids of letters and its own types', { letterIds: true, strictTypes: true, instance: 'v1' }],
  ['a server that ignores min_id', { ignoresMinId: true, noLinkHeaders: true, pageCap: 15 }],
  ['a server with pages of seven', { pageCap: 7, noRateHeaders: true }],
  ['a server with the bare essentials', { instance: 'none', noContext: true, noStatusRead: true, noOwnStatuses: true }],
];

describe.each(servers)('polling %s', (_name, quirks) => {
  it('brings everything once, in order, however much came between two polls', async () => {
    const { reader } = await given({ quirks });
    says(zoe, 'before');
    await reader.catchUp();
    const texts = ['before'];
    for (const burst of [1, 0, 3, 95]) {
      for (let number = 0; number < burst; number += 1) {
        const text = `message ${texts.length}`;
        says(number % 2 === 0 ? zoe : bram, text);
        texts.push(text);
      }
      await reader.catchUp();
    }
    expect(reader.messages().map((message) => message.text)).toEqual(texts);
    expect(await reader.catchUp()).toEqual([]);
  });

  it('keeps the words of one person under one post together', async () => {
    const { server, reader } = await given({ quirks });
    await reader.catchUp();
    const post = server.brandPosts('northline', { text: 'We close at six' });
    const text = '@northline@mastodon.test and on sundays?';
    const question = server.customerPosts({ handle: zoe, text, inReplyTo: post.id });
    const { id } = await mastodon.send(replyTo(question), here.account, here.http);
    server.customerPosts({ handle: zoe, text: '@northline@mastodon.test thanks', inReplyTo: id });
    await reader.catchUp();
    const theirs = reader.messages().filter((message) => message.from !== 'us');
    expect(theirs.map((message) => message.thread.answers)).toEqual([[post.id], [id]]);
    expect(theirs[0]?.thread.key).toBe(`${post.id}:${question.accountId}`);
  });
});

describe('polling', () => {
  it('reads threads by their first status, and ours as echoes in them', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const root = server.customerPosts({ handle: bram, text: 'my line is down' });
    const text = '@northline@mastodon.test mine too';
    const second = server.customerPosts({ handle: zoe, text, inReplyTo: root.id });
    const { id } = await mastodon.send(replyTo(second), here.account, here.http);
    server.customerPosts({ handle: zoe, text, inReplyTo: id });
    await reader.catchUp();
    const key = `${root.id}:${second.accountId}`;
    expect(reader.messages().map(({ thread }) => thread.key)).toEqual([key, key, key]);
    expect(reader.messages().find(({ from }) => from === 'us')).toMatchObject({
      id,
      via: 'Relais',
    });
  });

  it('stores a message whose thread cannot be read just now', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const post = server.brandPosts('northline', { text: 'We close at six' });
    const text = '@northline@mastodon.test really?';
    server.customerPosts({ handle: zoe, text, inReplyTo: post.id });
    server.fail({ path: /\/api\/v1\/statuses\//u, times: 9, status: 500 });
    await reader.catchUp();
    expect(reader.messages()).toMatchObject([{ text: 'really?', thread: { answers: [post.id] } }]);
  });

  it('loses nothing to an error, a lost answer or a rate limit', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    says(zoe, 'one');
    for (const fault of ['fail', 'cut', 'limit']) {
      if (fault === 'fail') server.fail({ path: '/api/v1/notifications', status: 503 });
      if (fault === 'cut') server.cut({ path: '/api/v1/notifications' });
      if (fault === 'limit') server.setRateLimit(0);
      await expect(reader.catchUp()).rejects.toMatchObject({ name: 'SendFailure' });
    }
    server.setRateLimit(300);
    says(zoe, 'two');
    await reader.catchUp();
    expect(reader.messages().map((message) => message.text)).toEqual(['one', 'two']);
  });

  it('finds edits and deletions of the last day without any stream', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const kept = says(zoe, 'fist');
    const regretted = says(bram, 'you idiots');
    await reader.catchUp();
    await reader.catchUp();
    server.customerEdits(kept.id, '@northline@mastodon.test first');
    server.customerDeletes(regretted.id);
    await reader.catchUp();
    await reader.catchUp();
    expect(reader.messages().filter(({ id }) => id === kept.id)).toMatchObject([
      { text: 'fist', edition: 0 },
      { text: 'first', edition: expect.any(Number) },
    ]);
    expect(reader.events()).toContainEqual(expect.objectContaining({ kind: 'message-deleted', id: regretted.id }));
  });

  it('brings favourites and quotes of what we wrote', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const post = server.brandPosts('northline', { text: 'New shop!' });
    server.customerFavourites(zoe, post.id);
    server.customerPosts({ handle: bram, text: 'Far from everywhere', quotes: post.id });
    await reader.catchUp();
    expect(reader.events()).toMatchObject([
      { kind: 'reaction', on: { post: post.id } },
      { kind: 'message', messageKind: 'quote', thread: { post: { id: post.id, by: 'us' } } },
      { kind: 'post', post: { id: post.id } },
    ]);
  });
});

/** A stream that is opened again whenever it breaks, as the product does, and polls when it is woken. */
function listening() {
  const { server, account, http, sockets, reader } = here;
  const ending = new AbortController();
  let polling: Promise<unknown> = Promise.resolve();
  const port = {
    http,
    sockets,
    signal: ending.signal,
    wake: () => {
      polling = polling.then(() => reader.catchUp());
    },
    deliver: (item: Parameters<typeof reader.store>[0]) => {
      reader.store(item);
      return Promise.resolve();
    },
  };
  const done = (async () => {
    while (!ending.signal.aborted) await mastodon.stream?.(account, port);
  })();
  return {
    open: () => until(() => server.streams() === 1),
    stop: async () => {
      ending.abort();
      await done;
      await polling;
    },
  };
}

/** The wire is real: what it carries arrives some turns of the event loop later. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(1);
}

describe('streaming', () => {
  it.each(['both', 'header', 'query'] as const)('opens with the token taken from: %s', async (streamToken) => {
    const { server, reader } = await given({ quirks: { streamToken } });
    await reader.catchUp();
    const stream = listening();
    await stream.open();
    says(zoe, 'hello');
    await until(() => reader.messages().length === 1);
    await stream.stop();
    expect(server.calls().some(({ path }) => path.includes('notifications'))).toBe(true);
  });

  it('says so when the server has none', async () => {
    const { account, http, sockets } = await given({ quirks: { noStreaming: true } });
    const port = {
      http,
      sockets,
      signal: new AbortController().signal,
      wake: () => undefined,
      deliver: () => Promise.resolve(),
    };
    await expect(mastodon.stream?.(account, port)).rejects.toMatchObject({
      code: 'stream-refused',
    });
  });

  it('loses nothing and brings nothing twice when connections break', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const stream = listening();
    const texts: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      await stream.open();
      for (const when of ['while it is open', 'just before it breaks', 'while it is broken']) {
        const text = `${when}, round ${round}`;
        if (when === 'while it is broken') server.dropStreams();
        says(zoe, text);
        texts.push(text);
      }
    }
    await until(() => reader.messages().length >= texts.length);
    await stream.stop();
    await reader.catchUp();
    expect(reader.messages().map((message) => message.text)).toEqual(texts);
  });

  it('delivers edits and deletions, of which no list tells', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const edited = says(zoe, 'fist');
    const deleted = says(bram, 'oops');
    await reader.catchUp();
    const stream = listening();
    await stream.open();
    server.customerEdits(edited.id, '@northline@mastodon.test first', true);
    server.customerDeletes(deleted.id);
    await until(() => reader.stored.has(`gone:${deleted.id}`));
    await stream.stop();
    expect(reader.messages().at(-1)).toMatchObject({ id: edited.id, text: 'first' });
  });
});
