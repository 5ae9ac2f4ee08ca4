import type { Http, HttpAsk } from '../../../platform/http/http.js';
import { parseJson } from '../../../platform/json.js';
import type { OutboundMessage } from '../../kit/outbound.js';
import fixtures from './fixtures/threads.json' with { type: 'json' };
import { threads } from './network.js';

const accountId = '78901000000000011';
const of = { network: 'threads', account: accountId };
const account = {
  externalId: accountId,
  apiBase: 'https://graph.threads.net',
  app: { appId: '1', appSecret: 'secret', verifyToken: 'words' },
  settings: { accessToken: 'THAAtoken', username: 'northline' },
  limits: {},
};

/** Answers by the path that is asked; whatever is not named is gone. */
function answering(answers: Readonly<Record<string, unknown>>): { http: Http; asked: HttpAsk[] } {
  const asked: HttpAsk[] = [];
  const request = (ask: HttpAsk) => {
    asked.push(ask);
    const { pathname } = new URL(ask.url);
    const known = answers[pathname];
    const body = JSON.stringify(known ?? { error: { code: 100, error_subcode: 33, message: 'gone' } });
    return Promise.resolve({
      status: known === undefined ? 400 : 200,
      headers: { date: 'Mon, 02 Mar 2026 09:00:00 GMT' },
      body: Buffer.from(body),
      text: () => body,
      json: () => parseJson(body),
    });
  };
  return { http: { request }, asked };
}

const reply: OutboundMessage = {
  id: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11',
  space: 'public',
  text: 'Merci !',
  files: [],
  thread: '1:ines.carvalho',
  post: '1',
  to: { id: 'ines.carvalho' },
  answers: '2',
  lastInboundAt: null,
  startedAt: new Date('2026-03-02T08:50:00.000Z'),
};

function only(body: unknown) {
  const events = threads.parse(body, null);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a call', () => {
  it('tells a reply, in whichever of the shapes', () => {
    const told = only(fixtures.reply);
    expect(told).toEqual({
      ...of,
      kind: 'message',
      id: '18000000000000031',
      messageKind: 'comment',
      thread: {
        key: '18000000000000001:ines.carvalho',
        space: 'public',
        post: { id: '18000000000000001', by: 'us' },
      },
      from: {
        id: 'ines.carvalho',
        name: 'ines.carvalho',
        handle: 'ines.carvalho',
        profileUrl: 'https://www.threads.net/@ines.carvalho',
      },
      text: 'Ma box clignote 🔴',
      attachments: [],
      sentAt: new Date('2026-03-02T08:15:30.000Z'),
      edition: 0,
      permalink: 'https://www.threads.net/@ines.carvalho/post/P1',
    });
    expect(only(fixtures['as-list'])).toEqual(told);
    expect(only(fixtures['as-entry'])).toEqual(told);
  });

  it.each([
    ['an answer', fixtures.answer, { replyTo: '18000000000000031', thread: { answers: ['18000000000000031'] } }],
    ['our own', fixtures.own, { from: 'us', via: 'Threads' }],
    ['a picture, which is asked for', fixtures.picture, { thin: 'comment:18000000000000034' }],
    [
      'a picture that was read',
      fixtures['picture-read'],
      { edition: 1, attachments: [{ type: 'image', url: 'https://scontent.example/a.jpg' }] },
    ],
    ['a mention', fixtures.mention, { messageKind: 'mention', thread: { post: { id: '18000000000000051' } } }],
    ['a mention without words', fixtures['mention-silent'], { thin: 'mention:18000000000000052' }],
    ['our post', fixtures.published, { kind: 'post', post: { by: 'us' } }],
  ])('tells %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, ...event });
  });

  it('tells a deletion, which may come first', () => {
    const deleted = { ...of, id: '18000000000000031', at: new Date('2026-03-02T09:15:30.000Z') };
    expect(threads.parse(fixtures.deleted, null)).toEqual([
      { kind: 'message-deleted', ...deleted },
      { kind: 'post-deleted', ...deleted },
    ]);
  });
});

describe('a reply', () => {
  it('is made and published in one step, at the version of Threads', async () => {
    const { http, asked } = answering({ '/v1.0/me/threads': { id: '40' } });
    expect(await threads.send(reply, account, http)).toMatchObject({ id: '40' });
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      media_type: 'TEXT',
      text: 'Merci !',
      reply_to_id: '2',
      auto_publish_text: 'true',
    });
  });

  it.each([
    ['too long', { text: 'é'.repeat(501) }, 'too-long'],
    ['too long for its flags', { text: `${'e'.repeat(480)}🇫🇷🇫🇷🇫🇷` }, 'too-long'],
    ['with six links', { text: [1, 2, 3, 4, 5, 6].map((n) => `https://a.example/${n}`).join(' ') }, 'too-many-links'],
    ['in private', { space: 'private' as const }, 'not-possible'],
  ])('is refused: %s', async (_what, change, code) => {
    const { http, asked } = answering({});
    await expect(threads.send({ ...reply, ...change }, account, http)).rejects.toMatchObject({
      kind: 'rejected',
      code,
    });
    expect(asked).toEqual([]);
  });

  it('is read back', async () => {
    const data = [{ id: '40', text: 'Merci !', timestamp: '2026-03-02T08:50:01+0000' }];
    expect(await threads.settle?.(reply, account, answering({ '/v1.0/me/replies': { data } }).http)).toEqual({
      is: 'sent',
      sent: { id: '40' },
    });
    expect(await threads.settle?.(reply, account, answering({ '/v1.0/me/replies': { data: [] } }).http)).toEqual({
      is: 'absent',
    });
  });
});

describe('the poll', () => {
  const at = '2026-03-02T08:59:00+0000';
  const root = { id: '1', owner_id: accountId, username: 'northline' };
  const answers = {
    '/v1.0/me/threads': { data: [{ id: '1', username: 'northline', timestamp: '2026-03-01T08:00:00+0000' }] },
    '/v1.0/me/mentions': { data: [{ id: '9', text: '@northline', username: 'bram', timestamp: at }] },
    '/v1.0/1/conversation': {
      data: [
        {
          id: '3',
          text: 'Nous regardons',
          username: 'northline',
          timestamp: at,
          root_post: root,
          replied_to: { id: '2' },
        },
        { id: '2', text: 'en panne', username: 'ines', timestamp: at, root_post: root, replied_to: { id: '1' } },
      ],
    },
  };

  it('finds what the webhooks missed, of both sides, once', async () => {
    const page = await threads.poll?.(null, account, answering(answers).http);
    const events = page?.items.flatMap(({ body }) => threads.parse(body, accountId));
    expect(events).toMatchObject([
      { id: '9', messageKind: 'mention' },
      { id: '3', from: 'us' },
      { id: '2', from: { id: 'ines' } },
    ]);
    expect(page?.more).toBe(false);
    const again = await threads.poll?.(page?.cursor ?? null, account, answering(answers).http);
    expect(again?.items.map(({ key }) => key)).toEqual(page?.items.map(({ key }) => key));
  });

  it('goes on when mentions may not be read', async () => {
    const { '/v1.0/me/mentions': _left, ...others } = answers;
    expect((await threads.poll?.(null, account, answering(others).http))?.items).toHaveLength(2);
  });
});

it('renews its token for sixty days', async () => {
  const token = { access_token: 'THAAnew', token_type: 'bearer', expires_in: 5_184_000 };
  const { http, asked } = answering({ '/refresh_access_token': token });
  expect(await threads.refresh?.(account, http)).toEqual({
    settings: { accessToken: 'THAAnew', username: 'northline', expiresAt: '2026-05-01T09:00:00.000Z' },
    expiresAt: new Date('2026-05-01T09:00:00.000Z'),
  });
  expect(asked[0]?.url).toContain('grant_type=th_refresh_token');
});

it('says what it is missing, and who it is', async () => {
  const me = { id: accountId, username: 'northline', name: 'Northline' };
  expect(await threads.check(account, answering({ '/v1.0/me': me }).http)).toMatchObject({
    externalId: accountId,
    handle: 'northline',
    expiresAt: new Date('2026-04-30T09:00:00.000Z'),
  });
});

it('hides replies, and deletes its own', async () => {
  const { http, asked } = answering({ '/v1.0/2/manage_reply': { success: true } });
  await threads.moderate?.({ act: 'hide', messageId: '2' }, account, http);
  await threads.moderate?.({ act: 'delete', messageId: '3' }, account, http);
  expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}${new URL(url).search}`)).toEqual([
    'POST /v1.0/2/manage_reply?hide=true',
    'DELETE /v1.0/3',
  ]);
});
