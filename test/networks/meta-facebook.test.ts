import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import { facebook } from '../../src/networks/meta/facebook/network.js';
import { givenMeta, Poller, replyTo, type Meta } from './support/meta.js';

let here: Meta;

async function given(options: Parameters<typeof givenMeta>[0] = {}): Promise<Meta> {
  here = await givenMeta(options);
  return here;
}

afterEach(() => here.stop());

const ines = 'Inès Carvalho';
const bram = 'Bram';
const publication = { method: 'POST', path: '/comments' };
const comments = (text: string, more: { on?: string; name?: string; photo?: string } = {}) =>
  here.server.customers.comments({ page: here.page.id, name: ines, text, ...more });
const send = (message: Parameters<typeof facebook.send>[0]) => facebook.send(message, here.account, here.http);
const answer = (comment: { id: string; personId: string; postId: string }, change: object = {}) =>
  replyTo({ id: comment.personId }, { answers: comment.id, post: comment.postId, ...change });

describe('a Page', () => {
  it('is checked, with nothing missing', async () => {
    const { account, page, http } = await given();
    expect(await facebook.check(account, http)).toMatchObject({
      externalId: page.id,
      name: 'Northline',
      handle: 'northline',
      granted: expect.arrayContaining(['pages_manage_engagement']),
      missing: [],
      expiresAt: null,
      limits: {},
    });
  });

  it('tells which permissions are missing, what that means and how to repair it', async () => {
    const { account, http } = await given({ scopes: ['pages_show_list', 'pages_read_engagement'], subscribed: false });
    const { missing } = await facebook.check(account, http);
    expect(missing.map(({ name }) => name)).toEqual([
      'pages_manage_metadata',
      'pages_read_user_content',
      'pages_manage_engagement',
    ]);
    for (const { effect, repair } of missing) {
      for (const words of [effect.en, effect.fr, repair.en, repair.fr]) expect(words).toMatch(/\.$/u);
    }
  });

  it('is checked on a server that does not tell of tokens', async () => {
    const { server, account, http, page } = await given();
    server.fail({ path: '/debug_token', status: 404, body: 'no such thing' });
    expect(await facebook.check(account, http)).toMatchObject({ externalId: page.id, granted: [], missing: [] });
  });

  it('tells when its token ends', async () => {
    const expiresAt = new Date('2030-01-01T00:00:00Z');
    const { account, http } = await given({ expiresAt });
    expect(await facebook.check(account, http)).toMatchObject({ expiresAt });
  });

  it('tells which webhook fields somebody has taken away', async () => {
    const { account, http, page } = await given();
    await http.request({
      method: 'POST',
      url: `${account.apiBase}/v26.0/${page.id}/subscribed_apps?subscribed_fields=feed,messages`,
      headers: { authorization: `Bearer ${page.accessToken}` },
    });
    const { missing } = await facebook.check(account, http);
    expect(missing.map(({ name }) => name)).toEqual(['mention, ratings']);
  });

  it.each([
    ['is of a person', { ofPerson: true }, 'no-page-token'],
    ['has expired', { expiresAt: new Date('2020-01-01T00:00:00Z') }, '190/invalid'],
  ])('must be connected with another token when its own %s', async (_what, options, code) => {
    const { account, http } = await given({ ...options, subscribed: false });
    await expect(facebook.check(account, http)).rejects.toMatchObject({ kind: 'needs-reauth', code });
  });

  it('must be connected again when its token is revoked, and no word of the token is told', async () => {
    const { server, account, http, page } = await given();
    server.revokeToken();
    const reauth = { kind: 'needs-reauth', code: '190/460' };
    await expect(facebook.check(account, http)).rejects.toMatchObject(reauth);
    await expect(facebook.poll?.(null, account, http)).rejects.toMatchObject(reauth);
    const refused: unknown = await send(answer({ id: '1', personId: '2', postId: '3' })).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject(reauth);
    expect(String(refused)).not.toContain(page.accessToken);
  });

  it('is refused with the secret of another app', async () => {
    const { account, http } = await given();
    const wrong = { ...account, app: { ...account.app, appSecret: 'x' } };
    await expect(facebook.check(wrong, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  });

  it('shares its subscription with Messenger and leaves it what is its own', async () => {
    const { account, http, server, page, hook } = await given();
    const subscribed = async () => {
      const url = `${account.apiBase}/${page.id}/subscribed_apps`;
      const told = await http.request({ method: 'GET', url, headers: { authorization: `Bearer ${page.accessToken}` } });
      return told.text();
    };
    expect(server.app.callback).toBe(hook.url);
    expect(await subscribed()).toContain('"feed"');
    await facebook.unsubscribe?.(account, http);
    expect(await subscribed()).not.toContain('"feed"');
    expect(await subscribed()).toContain('"messages"');
    await facebook.subscribe?.(account, hook.url, http);
    expect(await subscribed()).toContain('"ratings"');
  });

  it('can be connected where Meta cannot reach us', async () => {
    const { account, http, server } = await given({ subscribed: false });
    await facebook.subscribe?.(account, 'http://127.0.0.1:9/hooks', http);
    expect(server.app.callback).toBeNull();
  });
});

describe('the webhook', () => {
  it('brings comments, answers, edits, hiding and deletions', async () => {
    const { server, hook, account, page } = await given();
    const first = comments('Ma fibre est coupée 😡 https://aide.example/a?b=1');
    const second = comments('la mienne aussi', { name: bram, on: first.id, photo: 'https://scontent.example/box.jpg' });
    server.customers.edits(first.id, 'Ma fibre est coupée depuis hier');
    await server.settled();
    server.customers.deletes(second.id);
    await server.settled();
    expect(hook.events()).toMatchObject([
      { kind: 'post', post: { id: first.postId, by: 'us' } },
      {
        id: first.id,
        text: 'Ma fibre est coupée 😡 https://aide.example/a?b=1',
        account: page.id,
        network: 'facebook',
        from: { id: first.personId, name: ines },
        thread: { key: `${first.postId}:${first.personId}`, space: 'public', post: { id: first.postId } },
        edition: 0,
      },
      {
        id: second.id,
        replyTo: first.id,
        attachments: [{ type: 'image', url: 'https://scontent.example/box.jpg' }],
        thread: { answers: [first.id] },
      },
      { id: first.id, text: 'Ma fibre est coupée depuis hier', edition: expect.any(Number) },
      { kind: 'message-deleted', id: second.id },
    ]);
    expect(account.externalId).toBe(page.id);
    expect(hook.forged).toBe(0);
  });

  it('brings posts of visitors, mentions, reviews and reactions', async () => {
    const { server, hook, page } = await given();
    const of = { page: page.id, name: ines };
    const post = server.customers.posts({ ...of, text: 'Bonjour Northline' });
    server.customers.posts({ ...of, text: 'I left @Northline', isMention: true });
    const review = server.customers.reviews({ ...of, text: 'Très bien', recommends: true });
    server.customers.reacts({ ...of, on: post.id, type: 'love' });
    await server.settled();
    expect(hook.events()).toMatchObject([
      { kind: 'message', messageKind: 'visitor-post', id: post.id, text: 'Bonjour Northline' },
      { kind: 'message', messageKind: 'mention', text: '', edition: 0, attachments: [{ type: 'unsupported' }] },
      { kind: 'message', messageKind: 'review', id: review.id, text: 'Très bien', rating: 5 },
      { kind: 'reaction', on: { post: post.id }, emoji: '❤️' },
    ]);
  });

  it('is called again until it takes what it is sent', async () => {
    const { server, hook } = await given();
    hook.refusing = 2;
    comments('hello');
    await server.settled();
    expect(hook.messages().map(({ text }) => text)).toEqual(['hello']);
    expect(server.hooks()).toMatchObject([{ tries: 3, status: 200 }]);
  });

  it('knows a forged call', async () => {
    const { hook } = await given();
    const forged = await fetch(hook.url, {
      method: 'POST',
      body: '{}',
      headers: { 'x-hub-signature-256': 'sha256=00' },
    });
    expect(forged.status).toBe(401);
    expect(hook.bodies.size).toBe(0);
  });
});

describe('the poll', () => {
  it('finds what the webhooks missed, and nothing that is old', async () => {
    const { server, clock, page } = await given();
    const old = server.customers.posts({ page: page.id, name: bram, text: 'last year' });
    clock.at = new Date(clock.at.getTime() + 3 * 3_600_000);
    const poller = new Poller(facebook, here);
    await poller.catchUp();
    server.dropHooks(9);
    comments('me too', { on: old.id });
    server.customers.posts({ page: page.id, name: ines, text: 'Bonjour' });
    server.customers.posts({ page: page.id, name: ines, text: '@Northline, hm', isMention: true });
    server.customers.reviews({ page: page.id, name: ines, text: 'Mouais', recommends: false });
    const found = await poller.catchUp();
    expect(found.flatMap((event) => (event.kind === 'message' ? `${event.messageKind}: ${event.text}` : []))).toEqual([
      'visitor-post: Bonjour',
      'mention: @Northline, hm',
      'review: Mouais',
      'comment: me too',
    ]);
    expect(await poller.catchUp()).toEqual([]);
  });

  it('gives the same comment the same id, thread and edition as the webhook', async () => {
    const { server, hook } = await given();
    const first = comments('one');
    comments('two', { on: first.id, name: bram, photo: 'https://scontent.example/a.jpg' });
    await server.settled();
    const found = await new Poller(facebook, here).catchUp();
    const comparable = (events: readonly { kind: string }[]) =>
      events.flatMap((event) => ('thread' in event ? [JSON.stringify(pick(event))] : [])).sort();
    expect(comparable(found)).toEqual(comparable(hook.messages()));
  });

  it('loses nothing in a burst over many posts', async () => {
    const { server, page } = await given();
    const poller = new Poller(facebook, here);
    await poller.catchUp();
    const texts: string[] = [];
    for (let number = 0; number < 30; number += 1) {
      const post = server.customers.brandPosts({ page: page.id, text: `post ${number}` });
      for (let again = 0; again < (number === 7 ? 250 : 2); again += 1) {
        texts.push(comments(`comment ${number}.${again}`, { on: post.id }).id);
      }
    }
    const found = await poller.catchUp();
    const ids = found.flatMap((event) => (event.kind === 'message' ? event.id : []));
    expect(ids.sort()).toEqual(texts.sort());
  });

  it('subscribes again when Meta has ended that, and says so', async () => {
    const { server, page, hook } = await given();
    const poller = new Poller(facebook, here);
    await poller.catchUp();
    server.unsubscribe(page.id);
    const found = await poller.catchUp();
    expect(found).toMatchObject([
      { kind: 'account-notice', code: 'resubscribed', network: 'facebook', level: 'warning' },
    ]);
    comments('hello again');
    await server.settled();
    expect(hook.messages()).toHaveLength(1);
  });

  it('reads on where it may', async () => {
    await given({ scopes: ['pages_read_engagement'], subscribed: false });
    expect(await new Poller(facebook, here).catchUp()).toEqual([]);
  });

  it('tells the budget, and waits for minutes when all is used', async () => {
    const { server, account, http } = await given();
    server.setUsage(40);
    expect((await facebook.poll?.(null, account, http))?.budget).toEqual({ usedPercent: 40 });
    server.setUsage(100, 7);
    const refused = { kind: 'rate-limited', code: '80001', retryAfterMs: 7 * 60_000 };
    await expect(facebook.poll?.(null, account, http)).rejects.toMatchObject(refused);
    await expect(send(answer({ id: '1', personId: '2', postId: '3' }))).rejects.toMatchObject(refused);
  });
});

function pick(event: object): object {
  const wanted = ['id', 'messageKind', 'text', 'edition', 'replyTo', 'from', 'attachments', 'sentAt'];
  const key = 'thread' in event && typeof event.thread === 'object' && event.thread !== null ? { ...event.thread } : {};
  const entries = Object.entries(event)
    .filter(([name]) => wanted.includes(name))
    .sort();
  return { ...Object.fromEntries(entries), key: Object.entries(key).filter(([name]) => name !== 'post') };
}

describe('a reply', () => {
  it('stands under the comment, and its echo is ours', async () => {
    const { server, hook, page } = await given();
    const comment = comments('Bonjour');
    const sent = await send(answer(comment));
    await server.settled();
    expect(server.published()).toMatchObject([{ kind: 'comment', id: sent.id, on: comment.id, byApp: true }]);
    expect(sent).toMatchObject({ permalink: `https://www.facebook.com/${sent.id}` });
    expect(hook.messages().at(-1)).toMatchObject({
      id: sent.id,
      from: 'us',
      via: 'Facebook',
      replyTo: comment.id,
      account: page.id,
      thread: { answers: [comment.id, comment.postId] },
    });
  });

  it('carries one picture', async () => {
    const { server } = await given();
    const file = { type: 'image', name: 'plan.png', mime: 'image/png', bytes: Buffer.from('png') } as const;
    await send(answer(comments('Bonjour'), { files: [file] }));
    expect(server.published()).toMatchObject([{ files: ['plan.png'], text: 'We are looking into it.' }]);
    const film = { ...file, type: 'video' } as const;
    await expect(send(answer(comments('Bonjour'), { files: [film] }))).rejects.toMatchObject({ kind: 'rejected' });
    await expect(send(answer(comments('Hm'), { files: [file, file] }))).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('is refused when what it answers is gone, when it is too long, and in private', async () => {
    const { server } = await given();
    const comment = comments('Bonjour');
    server.customers.deletes(comment.id);
    await expect(send(answer(comment))).rejects.toMatchObject({ kind: 'rejected', code: '100/33' });
    await expect(send(answer(comment, { text: 'x'.repeat(8001) }))).rejects.toMatchObject({ code: 'too-long' });
    await expect(send(answer(comment, { space: 'private' }))).rejects.toMatchObject({ code: 'not-possible' });
  });

  it('is tried again, and not put in doubt, when Meta says that it is busy', async () => {
    const { server } = await given();
    const error = { error: { code: 2, message: 'Service temporarily unavailable', is_transient: true } };
    server.fail({ ...publication, status: 503, body: error });
    await expect(send(answer(comments('hi')))).rejects.toMatchObject({ kind: 'try-again', code: '2' });
  });

  it.each([
    ['the comment says no', { can_comment: false }, 'rejected'],
    ['the comment says nothing', {}, 'needs-reauth'],
  ])('with error 200 stops the account only where it must: %s', async (_what, body, kind) => {
    const { server } = await given();
    const comment = comments('hi');
    server.fail({ ...publication, status: 403, body: { error: { code: 200, message: '(#200) Permissions error' } } });
    server.fail({ method: 'GET', path: comment.id, status: 200, body: { id: comment.id, ...body } });
    await expect(send(answer(comment))).rejects.toMatchObject({ kind, code: '200' });
  });
});

describe('a reply of which nobody knows whether it got through', () => {
  const settle = (message: Parameters<typeof facebook.send>[0]) => facebook.settle?.(message, here.account, here.http);

  it('was published: it stays one, also below an answer', async () => {
    const { server, clock } = await given();
    const first = comments('Bonjour');
    const nested = comments('moi aussi', { on: first.id, name: bram });
    const message = answer(nested, { startedAt: clock.at });
    server.cut(publication);
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    const id = server.published()[0]?.id;
    expect(await settle(message)).toMatchObject({ is: 'sent', sent: { id } });
  });

  it('was not published, or only the same words elsewhere: it is absent, once Meta has had time to list it', async () => {
    const { server, clock } = await given();
    const comment = comments('Bonjour');
    const other = comments('Bonsoir', { name: bram });
    const message = answer(comment, { startedAt: clock.at });
    await send(answer(other));
    server.fail({ ...publication, status: 502, body: '<html>Bad Gateway</html>' });
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    await expect(settle(message)).rejects.toMatchObject({ kind: 'try-again', code: 'too-early' });
    clock.at = new Date(clock.at.getTime() + 60_000);
    expect(await settle(message)).toEqual({ is: 'absent' });
  });

  it('is absent when what it answered is gone', async () => {
    const { server, clock } = await given();
    const comment = comments('Bonjour');
    server.customers.deletes(comment.postId);
    const message = answer(comment, { startedAt: clock.at });
    expect(await settle(message)).toEqual({ is: 'absent' });
  });
});

describe('moderation', () => {
  const moderate = (act: 'hide' | 'unhide' | 'delete' | 'like' | 'unlike' | 'edit-own', messageId: string, text = '') =>
    facebook.moderate?.({ act, messageId, text }, here.account, here.http);

  it('hides, shows, likes, edits and deletes', async () => {
    const { server, hook } = await given();
    const comment = comments('grr');
    const { id } = await send(answer(comment));
    await moderate('hide', comment.id);
    await server.settled();
    await moderate('unhide', comment.id);
    await moderate('like', comment.id);
    await moderate('unlike', comment.id);
    await moderate('edit-own', id, 'Better words');
    await server.settled();
    await moderate('delete', comment.id);
    await moderate('delete', comment.id);
    await server.settled();
    const after = hook.events().slice(3);
    expect(after).toMatchObject([
      { kind: 'message-hidden', hidden: true },
      { kind: 'message-hidden', hidden: false },
      { kind: 'message', from: 'us', text: 'Better words' },
      { kind: 'message-deleted', id: comment.id },
    ]);
  });

  it('says no to an edit of what others wrote', async () => {
    await given();
    await expect(moderate('edit-own', comments('grr').id, 'nicer')).rejects.toMatchObject({ name: 'SendFailure' });
  });
});
