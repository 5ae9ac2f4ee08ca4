import { createServer, type Server } from 'node:http';
import { once } from 'node:events';

import type { InboundEvent } from '../../src/domain/message/inbound-event.js';
import type { AccountAccess } from '../../src/networks/kit/account.js';
import type { Hook } from '../../src/networks/kit/hook.js';
import { x } from '../../src/networks/x/network.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import { startXSimulator, type XSimulator } from '../../src/simulator/x/simulator.js';
import { Reader, replyTo } from './support/reader.js';

let server: XSimulator;
let http: HttpClient;
let account: AccountAccess;
let reader: Reader;

beforeEach(async () => {
  server = await startXSimulator({ now: () => new Date() });
  http = new HttpClient({ allowPrivateNetwork: true });
  const { accessToken, refreshToken } = server.addAccount('northline');
  const { bearerToken: _bearer, ...app } = server.app;
  account = { externalId: '', apiBase: server.url, app, settings: { accessToken, refreshToken }, limits: {} };
  account = { ...account, externalId: (await x.check(account, http)).externalId };
  reader = new Reader(x, account, http);
});

afterEach(async () => {
  await http.close();
  await server.stop();
});

describe('polling', () => {
  it('brings everything once, in order, replies to replies included', async () => {
    await reader.catchUp();
    const first = server.posts('zoe', '@northline one & two');
    await reader.catchUp();
    const { id } = await x.send(replyTo(reader.last()), account, http);
    const second = server.posts('bram', 'me too', { inReplyTo: id });
    server.posts('zoe', 'thanks', { inReplyTo: second.id });
    for (let number = 0; number < 250; number += 1) server.posts('ines', `@northline ${number}`);
    await reader.catchUp();
    const texts = reader.theirs().map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(['@northline one & two', 'me too', 'thanks']);
    expect(texts).toHaveLength(253);
    expect(await reader.catchUp()).toEqual([]);
    const echo = reader.messages().find(({ from }) => from === 'us');
    expect(echo).toMatchObject({ id, with: { handle: 'zoe' }, thread: { key: `${first.id}:${first.authorId}` } });
  });

  it('brings private messages, and goes on without them above their budget', async () => {
    await reader.catchUp();
    server.writes('zoe', 'northline', 'my line is down');
    await reader.catchUp();
    expect(reader.last()).toMatchObject({
      text: 'my line is down',
      thread: { space: 'private' },
      from: { handle: 'zoe' },
    });
    server.backend.rules.directLimit = 0;
    server.posts('zoe', '@northline hello?');
    await reader.catchUp();
    expect(reader.last().text).toBe('@northline hello?');
    server.backend.rules.directLimit = 10;
    server.writes('zoe', 'northline', 'anybody?');
    await reader.catchUp();
    expect(reader.last().text).toBe('anybody?');
  });

  it('loses nothing to an error, a lost answer or a rate limit', async () => {
    await reader.catchUp();
    server.posts('zoe', '@northline one');
    const path = '/mentions';
    server.script.fail({ path, status: 503 });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'try-again' });
    server.script.cut({ path });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'try-again' });
    server.script.fail({ path, status: 429 });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'rate-limited' });
    await reader.catchUp();
    expect(reader.messages().map(({ text }) => text)).toEqual(['@northline one']);
  });

  it('says what reading costs, once for each step', async () => {
    account = { ...account, app: server.app };
    reader = new Reader(x, account, http);
    server.backend.rules.used = 1_500_000;
    await reader.catchUp();
    await reader.catchUp();
    expect(reader.events()).toMatchObject([
      { kind: 'account-notice', code: 'usage', detail: expect.stringMatching(/\$7,500$/u) },
    ]);
  });
});

describe('sending', () => {
  it.each(['public', 'private'])('publishes once when the answer is lost: %s', async (space) => {
    if (space === 'public') server.posts('zoe', '@northline help');
    else server.writes('zoe', 'northline', 'help');
    await reader.catchUp();
    const reply = replyTo(reader.last(), { startedAt: new Date(Date.now() - 1000) });
    server.script.cut({ method: 'POST' });
    await expect(x.send(reply, account, http)).rejects.toMatchObject({ name: 'UnknownOutcome' });
    expect(await x.settle?.(reply, account, http)).toMatchObject({ is: 'sent' });
    const other = { ...reply, text: 'never sent', startedAt: new Date(Date.now() - 60_000) };
    expect(await x.settle?.(other, account, http)).toEqual({ is: 'absent' });
    expect(server.published()).toHaveLength(1);
  });

  it('is refused to who did not ask, and goes in private then', async () => {
    const post = server.posts('northline', 'New shop');
    server.posts('zoe', 'nice', { inReplyTo: post.id });
    await reader.catchUp();
    const message = reader.last();
    server.forgetsMentions(message.id);
    await expect(x.send(replyTo(message), account, http)).rejects.toMatchObject({ code: 'not-summoned' });
    const sent = await x.send(replyTo(message, { space: 'private', fromPublic: message.id }), account, http);
    expect(sent.thread?.personId).toBe(message.from === 'us' ? '' : message.from.id);
    server.closesMessages('zoe');
    const again = replyTo(message, { space: 'private', fromPublic: message.id });
    await expect(x.send(again, account, http)).rejects.toMatchObject({ kind: 'customer-unreachable' });
  });

  it('sends pictures along', async () => {
    server.posts('zoe', '@northline help');
    await reader.catchUp();
    const file = { type: 'image', name: 'box', mime: 'image/png', bytes: Buffer.alloc(5 * 1024 * 1024) } as const;
    const { id } = await x.send(replyTo(reader.last(), { files: [file] }), account, http);
    expect(server.tweet(id)?.media).toHaveLength(1);
    expect(server.script.calls().filter(({ path }) => path.endsWith('/append'))).toHaveLength(2);
  });
});

it('hides replies under our posts, and deletes what is ours', async () => {
  const post = server.posts('northline', 'New shop');
  const rude = server.posts('zoe', 'liars', { inReplyTo: post.id });
  await x.moderate?.({ act: 'hide', messageId: rude.id }, account, http);
  expect(server.tweet(rude.id)?.isHidden).toBe(true);
  await x.moderate?.({ act: 'unhide', messageId: rude.id }, account, http);
  expect(server.tweet(rude.id)?.isHidden).toBe(false);
  await x.moderate?.({ act: 'delete', messageId: post.id }, account, http);
  expect(server.tweet(post.id)).toBeUndefined();
});

it('replaces tokens that have ended, with a refresh token that is good once', async () => {
  server.expireTokens();
  await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'needs-reauth' });
  const fresh = await x.refresh?.(account, http);
  expect(fresh?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
  await expect(x.refresh?.(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  const again = { ...account, settings: { ...fresh?.settings } };
  expect((await x.check(again, http)).missing).toEqual([]);
  await x.refresh?.(again, http);
});

describe('the webhook', () => {
  let hook: Server;
  let told: InboundEvent[];
  let url: string;

  beforeEach(async () => {
    told = [];
    hook = createServer((request, response) => {
      void request.toArray().then((chunks: Buffer[]) => {
        const [, query = ''] = (request.url ?? '').split('?');
        const { method = '', headers } = request;
        const answer = called({ method, headers, query, body: Buffer.concat(chunks) });
        response.writeHead(answer.status).end(answer.body);
      });
    });
    hook.listen(0, '127.0.0.1');
    await once(hook, 'listening');
    const at = hook.address();
    url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/hooks/x/key`;
    account = { ...account, app: server.app };
    await x.subscribe?.(account, url, http);
  });

  function called(call: Hook): { status: number; body: string } {
    const answer = x.handshake?.(call, server.app);
    if (answer) return answer;
    if (!x.isAuthentic?.(call, server.app)) return { status: 401, body: '' };
    told.push(...x.parse(JSON.parse(call.body.toString()), null));
    return { status: 200, body: '' };
  }

  afterEach(() => hook.close());

  it('is made once, called with a signature, and tells of everything that it can', async () => {
    await x.subscribe?.(account, url, http);
    const post = server.posts('northline', 'New shop');
    server.posts('zoe', '@northline hello');
    server.posts('zoe', 'nice', { inReplyTo: post.id });
    server.posts('zoe', 'far', { quotes: post.id });
    server.writes('zoe', 'northline', 'in private');
    await server.backend.hooks.settled();
    expect(told.map((event) => (event.kind === 'message' ? event.messageKind : event.kind))).toEqual([
      'post',
      'mention',
      'comment',
      'quote',
      'direct',
    ]);
    await x.unsubscribe?.(account, http);
    expect(server.backend.hooks.subscriptions).toEqual([]);
  });

  it('that X has given up is checked again by the poll, which finds what was missed', async () => {
    reader = new Reader(x, account, http);
    await reader.catchUp();
    server.spoilHooks();
    server.posts('zoe', '@northline hello');
    await reader.catchUp();
    expect(reader.last().text).toBe('@northline hello');
    expect(server.backend.hooks.hooks).toMatchObject([{ valid: true }]);
  });
});
