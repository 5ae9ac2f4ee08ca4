import { randomUUID } from 'node:crypto';

import { textLength } from '../../src/domain/message/text-length.js';
import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { OutboundMessage } from '../../src/networks/kit/outbound.js';
import { mastodon } from '../../src/networks/mastodon/network.js';
import { oauth } from '../../src/networks/mastodon/oauth.js';
import { settle } from '../../src/networks/mastodon/settle.js';
import { countedLength } from '../../src/simulator/mastodon/status-text.js';
import { accessOf, givenMastodon, replyTo, type Mastodon } from './support/mastodon.js';

let here: Mastodon;

async function given(options: Parameters<typeof givenMastodon>[0] = {}): Promise<Mastodon> {
  here = await givenMastodon(options);
  return here;
}

afterEach(() => here.stop());

const zoe = 'zoe@pouet.example';
const publication = { method: 'POST', path: '/api/v1/statuses' };
const send = (message: OutboundMessage) => mastodon.send(message, here.account, here.http);
const published = () => here.server.published().map(({ text, visibility }) => ({ text, visibility }));

describe('an account', () => {
  it('is checked, with its name, its limits and nothing missing', async () => {
    const { account, http } = await given({ quirks: { maxCharacters: 5000 } });
    expect(await mastodon.check(account, http)).toMatchObject({
      externalId: account.externalId,
      name: 'northline',
      handle: 'northline@mastodon.test',
      missing: [],
      expiresAt: null,
      limits: { maxLength: 4968, maxAttachments: 4 },
    });
  });

  it('tells which rights are missing and what that means', async () => {
    const { server, http } = await given();
    const scopes = ['read', 'write:statuses'];
    const ours = server.addAccount({ username: 'quiet', scopes });
    const { granted, missing } = await mastodon.check(accessOf(server, ours), http);
    expect(granted).toEqual(scopes);
    expect(missing.map((right) => right.name)).toEqual(['write:media', 'write:favourites']);
  });

  it('finds missing rights by trying where the server does not name them', async () => {
    const { server, http } = await given();
    const ours = server.addAccount({ username: 'quiet', scopes: ['read', 'write:media'] });
    server.fail({ path: '/api/v1/apps/verify_credentials', status: 404 });
    const { granted, missing } = await mastodon.check(accessOf(server, ours), http);
    expect(granted).toEqual(['read:notifications', 'read:statuses', 'write:media']);
    expect(missing.map((right) => right.name)).toEqual(['write:statuses', 'write:favourites']);
    expect(server.published()).toEqual([]);
  });

  it('has the defaults where the server says nothing of itself', async () => {
    const { account, http } = await given({ quirks: { instance: 'none' } });
    const { limits } = await mastodon.check(account, http);
    expect(limits).toEqual({ maxLength: 468, maxAttachments: 4 });
  });

  it('must be connected again when its token is revoked', async () => {
    const { server, account, http } = await given();
    server.revokeToken();
    const reauth = { kind: 'needs-reauth', code: '401' };
    await expect(mastodon.check(account, http)).rejects.toMatchObject(reauth);
    await expect(mastodon.poll?.(null, account, http)).rejects.toMatchObject(reauth);
    await expect(send(replyTo({ id: '1', accountId: '2' }))).rejects.toMatchObject(reauth);
  });

  it('is connected by consent', async () => {
    const { server, account, http } = await given();
    const ask = {
      apiBase: server.url,
      redirectUrl: 'https://relais.test/back',
      state: 's-1',
      app: {},
    };
    const { url, keep } = await oauth.start(ask, http);
    // The person's browser.
    const answer = await fetch(url, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s-1');
    const settings = await oauth.finish({ code: back.searchParams.get('code') ?? '', keep }, http);
    const { externalId, missing } = await mastodon.check({ ...account, settings }, http);
    expect({ externalId, missing }).toEqual({ externalId: account.externalId, missing: [] });
    await expect(oauth.finish({ code: 'used', keep }, http)).rejects.toMatchObject({
      kind: 'rejected',
    });
  });
});

describe('a reply', () => {
  it.each(['public', 'unlisted', 'private', 'direct'] as const)(
    'to a %s status is seen by no more people than that',
    async (visibility) => {
      const { server } = await given();
      const status = server.customerPosts({
        handle: zoe,
        text: '@northline@mastodon.test hi',
        visibility,
      });
      const sent = await send(replyTo(status));
      expect(published()).toEqual([{ text: `@${zoe} We are looking into it.`, visibility }]);
      expect(sent).toMatchObject({ permalink: `https://mastodon.test/@northline/${sent.id}` });
    },
  );

  it('goes to the person alone when it turns from public to private', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const message = replyTo(status, {
      space: 'private',
      text: 'Ask @bob@corp.example, or send us your number',
      fromPublic: status.id,
    });
    const sent = await send(message);
    const key = `direct:${status.accountId}`;
    expect(sent.thread).toEqual({ key, personId: status.accountId });
    expect(server.published()).toMatchObject([{ visibility: 'direct', inReplyTo: status.id, mentions: [zoe] }]);
  });

  it('is refused when what it answers is gone', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    server.customerDeletes(status.id);
    await expect(send(replyTo(status))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'target-gone',
    });
  });

  it('carries files, once the server has processed them', async () => {
    const { server } = await given({ processing: 2 });
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const file = {
      type: 'image',
      name: 'map.png',
      mime: 'image/png',
      bytes: Buffer.from('png'),
    } as const;
    await send(replyTo(status, { files: [file] }));
    expect(server.published()).toMatchObject([{ media: ['map.png'] }]);
  });

  it('is refused in the server’s own words when it is too long', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    await send(replyTo(status, { text: 'x'.repeat(468) }));
    await expect(send(replyTo(status, { text: 'x'.repeat(500) }))).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Validation failed: Text character limit of 500 exceeded',
    });
  });

  it('waits as long as the server says when there were too many calls', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const budget = (await send(replyTo(status))).budget;
    expect(budget).toEqual({ usedPercent: 1 });
    server.setRateLimit(1);
    await expect(send(replyTo(status))).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: expect.any(Number),
    });
  });

  it('is counted as the server counts it', async () => {
    await given();
    for (const text of [
      'plain',
      'família 👩‍👩‍👧‍👦 e\u0301',
      `see https://northline.test/${'long'.repeat(40)} there`,
      '@zoe@pouet.example and @bob, a mail@corp.example',
    ]) {
      expect([text, textLength(text, 'mastodon')]).toEqual([text, countedLength(text)]);
    }
  });
});

describe('a reply of which nobody knows whether it got through', () => {
  const settled = (message: OutboundMessage) => settle(message, here.account, here.http);

  it.each([
    ['was published, and the server keeps keys', {}],
    ['was published, and the server has forgotten the key', { noIdempotency: true }],
    ['was published, and the server lists no statuses', { noOwnStatuses: true }],
  ])('%s: it stays one', async (_what, quirks) => {
    const { server } = await given({ quirks });
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const message = replyTo(status);
    server.cut(publication);
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    const id = server.published()[0]?.id;
    expect(await settled(message)).toMatchObject({ is: 'sent', sent: { id } });
    expect(server.published()).toHaveLength(1);
  });

  it('was not published: it is now', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const message = replyTo(status);
    server.fail({ ...publication, status: 502, body: '<html>Bad Gateway</html>' });
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    expect(await settled(message)).toMatchObject({ is: 'sent' });
    expect(server.published()).toHaveLength(1);
  });

  it('was not published two hours ago, when no key is left of it: it is absent', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const twoHours = 2 * 60 * 60_000;
    const startedAt = new Date(Date.now() - twoHours);
    expect(await settled(replyTo(status, { startedAt }))).toEqual({ is: 'absent' });
    expect(server.published()).toEqual([]);
  });

  it('is not taken for another reply with other words, or to another status', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const other = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hello' });
    await send(replyTo(status, { text: 'No. We are looking into it.' }));
    await send(replyTo(other));
    expect(await settled(replyTo(status))).toMatchObject({ is: 'sent' });
    expect(server.published()).toHaveLength(3);
  });

  it('is not tried again within a send when only its media failed', async () => {
    const { server } = await given();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const file = {
      type: 'image',
      name: 'a.png',
      mime: 'image/png',
      bytes: Buffer.from('a'),
    } as const;
    server.cut({ path: '/api/v2/media' });
    const message = replyTo(status, { id: randomUUID(), files: [file] });
    await expect(send(message)).rejects.toMatchObject({ kind: 'try-again' });
    expect(server.published()).toEqual([]);
  });
});

describe('moderation', () => {
  const moderate = (act: Parameters<NonNullable<typeof mastodon.moderate>>[0]) =>
    mastodon.moderate?.(act, here.account, here.http);

  it('edits our reply without losing the name, the files or the warning', async () => {
    const { server, reader } = await given();
    await reader.catchUp();
    const status = server.customerPosts({ handle: zoe, text: '@northline@mastodon.test hi' });
    const file = {
      type: 'image',
      name: 'map.png',
      mime: 'image/png',
      bytes: Buffer.from('png'),
    } as const;
    const { id: messageId } = await send(replyTo(status, { files: [file] }));
    await moderate({ act: 'edit-own', messageId, text: 'Solved.' });
    await reader.catchUp();
    const echo = reader.messages().find((message) => message.id === messageId);
    expect(echo).toMatchObject({
      from: 'us',
      text: '@zoe Solved.',
      attachments: [{ type: 'image' }],
    });
  });

  it('deletes ours, and is content when it is gone already', async () => {
    const { server } = await given();
    const { id: messageId } = server.brandPosts('northline', { text: 'Oops' });
    await moderate({ act: 'delete', messageId });
    await moderate({ act: 'delete', messageId });
    await expect(moderate({ act: 'like', messageId })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('likes what people write, and says that it cannot hide it', async () => {
    const { server } = await given();
    const { id: messageId } = server.customerPosts({
      handle: zoe,
      text: '@northline@mastodon.test thanks',
    });
    await moderate({ act: 'like', messageId });
    await moderate({ act: 'unlike', messageId });
    await expect(moderate({ act: 'hide', messageId })).rejects.toMatchObject({ kind: 'rejected' });
  });
});
