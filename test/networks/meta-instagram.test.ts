import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { OutboundMessage } from '../../src/networks/kit/outbound.js';
import { instagram } from '../../src/networks/meta/instagram/network.js';
import { givenInstagram, type Instagram } from './support/instagram.js';
import { Poller, replyTo } from './support/meta.js';

let here: Instagram;

async function given(options: Parameters<typeof givenInstagram>[0] = {}): Promise<Instagram> {
  here = await givenInstagram(options);
  return here;
}

afterEach(() => here.stop());

const username = 'ines.carvalho';
const hour = 3_600_000;
const day = 24 * hour;
const picture = { type: 'image', name: 'plan.png', mime: 'image/png', bytes: Buffer.from('png') } as const;

const send = (message: OutboundMessage, humanAgent = false) =>
  instagram.send(message, { ...here.account, limits: humanAgent ? { humanAgent } : {} }, here.http);
const settle = (message: OutboundMessage) => instagram.settle?.(message, here.account, here.http);
const published = () => here.server.world.state.published;
const later = (ms: number) => {
  here.clock.at = new Date(here.clock.at.getTime() + ms);
};
const direct = (id: string, change: Partial<OutboundMessage> = {}): OutboundMessage =>
  replyTo({ id }, { space: 'private', thread: id, lastInboundAt: here.clock.at, startedAt: here.clock.at, ...change });
const comment = (on: { id?: string; mediaId?: string }, change: Partial<OutboundMessage> = {}) => {
  const to = { id: 'p', handle: username };
  const { id: answers = '', mediaId: post = '' } = on;
  return { ...replyTo(to, { answers, post, startedAt: here.clock.at, ...change }), to };
};
const privately = (of: { id?: string; personId?: string }) =>
  direct(of.personId ?? '', { fromPublic: of.id ?? '', thread: `from:${of.id}`, lastInboundAt: null });

describe.each([['instagram'], ['facebook']] as const)('an account that is connected with %s', (login) => {
  it('is checked, and found whole', async () => {
    const { account, http, server } = await given({ login });
    const [ours] = server.world.state.accounts.values();
    expect(await instagram.check(account, http)).toMatchObject({
      externalId: ours?.id,
      handle: 'northline',
      missing: [],
      settings: { login, username: 'northline' },
    });
  });

  it('gets comments, messages and what becomes of them', async () => {
    const { hook, server, does, account } = await given({ login });
    const first = await does('comments', { username, text: 'Ma box clignote 🔴' });
    const { mid, personId } = await does('messages', { username, text: 'Bonjour', story: 's1' });
    await does('edits', { id: mid, text: 'Bonsoir' });
    await does('edits', { id: mid, text: '', count: '0' });
    await does('reactions', { id: mid, emoji: '❤️' });
    await does('unsends', { id: mid });
    await does('story-mentions', { username });
    await server.hooks.settled();
    const of = { account: account.externalId, network: 'instagram' };
    expect(hook.events()).toMatchObject([
      { ...of, id: first['id'], messageKind: 'comment', text: 'Ma box clignote 🔴', from: { handle: username } },
      { ...of, id: mid, messageKind: 'direct', thread: { key: personId }, attachments: [{ type: 'link' }] },
      { ...of, id: mid, text: 'Bonsoir', edition: 1 },
      { kind: 'ignored' },
      { ...of, kind: 'reaction', emoji: '❤️' },
      { ...of, kind: 'message-deleted', id: mid },
      { ...of, messageKind: 'direct', attachments: [{ type: 'link' }] },
    ]);
    expect(hook.forged).toBe(0);
  });

  it('finds what the webhooks missed, of both sides, once', async () => {
    const { account, does, server } = await given({ login });
    const { id: media } = await does('posts', { caption: 'La fibre arrive' });
    const old = await does('comments', { username: 'bram', text: 'vieux', on: media });
    const poller = new Poller(instagram, here);
    later(2 * hour);
    await poller.catchUp();
    server.hooks.toDrop = 999;
    const top = await does('comments', { username, text: 'Toujours en panne', on: media });
    await does('comments', { username, text: 'moi aussi', on: old['id'] });
    const { mid, personId } = await does('messages', { username, text: 'Bonjour', story: 's1' });
    await does('brand-messages', { username, text: 'Bonjour Inès' });
    const found = await poller.catchUp();
    expect(found).toHaveLength(4);
    expect(found).toContainEqual(expect.objectContaining({ id: top['id'], text: 'Toujours en panne', edition: 0 }));
    expect(found).toContainEqual(expect.objectContaining({ text: 'moi aussi', replyTo: old['id'] }));
    expect(found).toContainEqual(
      expect.objectContaining({ id: mid, from: expect.objectContaining({ id: personId, handle: username }) }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ from: 'us', with: expect.objectContaining({ id: personId }) }),
    );
    expect(found.map((event) => event.kind !== 'ignored' && event.account)).toEqual(
      found.map(() => account.externalId),
    );
    expect(await poller.catchUp()).toEqual([]);
  });

  it('sends comments and messages, and knows them again', async () => {
    const { does, server, hook } = await given({ login });
    const said = await does('comments', { username, text: 'Une panne ?' });
    const sent = await send(comment(said));
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    const message = await send(direct(personId));
    await send(direct(personId, { text: '', files: [picture] }));
    await server.hooks.settled();
    expect(published()).toMatchObject([
      { kind: 'comment', on: said['id'], text: 'We are looking into it.' },
      { kind: 'message', on: personId },
      { kind: 'message', files: ['plan.png'] },
    ]);
    expect(
      hook
        .messages()
        .filter(({ from }) => from === 'us')
        .map(({ id }) => id),
    ).toEqual(expect.arrayContaining([sent.id, message.id]));
  });

  it('subscribes again when Meta has ended that', async () => {
    const { server } = await given({ login });
    const poller = new Poller(instagram, here);
    await poller.catchUp();
    for (const account of server.world.state.accounts.values()) account.subscribed = null;
    expect(await poller.catchUp()).toMatchObject([{ code: 'resubscribed', network: 'instagram' }]);
    expect([...server.world.state.accounts.values()].map(({ subscribed }) => subscribed !== null)).toEqual([true]);
  });
});

describe('a token', () => {
  it('is renewed for sixty days, and the old one goes on for what is under way', async () => {
    const { account, http } = await given({ ageMs: 8 * day });
    later(2 * day);
    const fresh = await instagram.refresh?.(account, http);
    const soon = here.clock.at.getTime() + 59 * day;
    expect(fresh?.expiresAt?.getTime()).toBeGreaterThan(soon);
    expect(fresh?.settings['accessToken']).not.toBe(account.settings['accessToken']);
    expect(fresh?.settings).toMatchObject({ login: 'instagram', username: 'northline' });
    const again = { ...account, settings: fresh?.settings ?? {} };
    expect(await instagram.check(again, http)).toMatchObject({ expiresAt: fresh?.expiresAt });
  });

  it('that is a day old has nearly all its days left', async () => {
    const { account, http } = await given();
    const { expiresAt } = await instagram.check(account, http);
    const left = (expiresAt?.getTime() ?? 0) - here.clock.at.getTime();
    expect(Math.round(left / day)).toBe(59);
  });

  it('of a Page, or one that has ended, takes a human', async () => {
    const { account, http } = await given({ login: 'facebook' });
    await expect(instagram.refresh?.(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
    here.server.revokeToken();
    await expect(instagram.check(account, http)).rejects.toMatchObject({ kind: 'needs-reauth', code: '190/invalid' });
  });

  it('comes from a login with Instagram', async () => {
    const { account, http } = await given();
    const { app, apiBase } = account;
    const redirectUrl = 'https://relais.example/back';
    const begun = await instagram.oauth?.start({ apiBase, redirectUrl, state: 's', app }, http);
    const back = await fetch(begun?.url ?? '', { redirect: 'manual' });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const settings = await instagram.oauth?.finish({ code: `${code}#_`, keep: begun?.keep ?? {} }, http);
    expect(settings).toMatchObject({ login: 'instagram', expiresAt: expect.any(String) });
    expect(await instagram.check({ ...account, settings: settings ?? {} }, http)).toMatchObject({
      missing: [],
      granted: expect.arrayContaining(['instagram_business_manage_comments']),
    });
  });
});

describe('a mention', () => {
  const readAll = async () => {
    const thin = here.hook.messages().flatMap((message) => message.thin ?? []);
    const items = await Promise.all(thin.map(async (one) => instagram.read?.(one, here.account, here.http)));
    return items.flatMap((found = []) => found.flatMap(({ body }) => instagram.parse(body, here.account.externalId)));
  };

  it.each([
    ['a comment', { text: '@northline une panne ?' }, '@northline une panne ?'],
    ['a caption', { caption: 'vive @northline' }, 'vive @northline'],
  ])('in %s is asked for, and answered there', async (_what, body, text) => {
    const { server, does } = await given({ login: 'facebook' });
    const { mediaId = '', commentId = '' } = await does('mentions', { username, ...body });
    await server.hooks.settled();
    const [read] = await readAll();
    expect(read).toMatchObject({ messageKind: 'mention', text, edition: 1, from: { handle: username } });
    if (read?.kind !== 'message') throw new Error('no message');
    await send(comment({ id: read.id, mediaId }, { thread: read.thread.key }));
    expect(published()).toMatchObject([{ kind: 'mention', on: commentId === '' ? mediaId : commentId }]);
  });

  it('cannot be answered with the login of Instagram', async () => {
    await given();
    await expect(send(comment({ id: '1', mediaId: '2' }, { thread: 'mention:1:x' }))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'not-possible',
    });
  });
});

describe('a reply', () => {
  it('to an answer stands under the first comment, and names whom it is for', async () => {
    const { does } = await given();
    const first = await does('comments', { username: 'bram', text: 'Une panne ?' });
    const below = await does('comments', { username, text: 'oui', on: first['id'] });
    const message = comment(below);
    await send(message);
    expect(published()).toMatchObject([{ on: first['id'], text: `@${username} We are looking into it.` }]);
    expect(await settle(message)).toMatchObject({ is: 'sent', sent: { id: published()[0]?.id } });
  });

  it('is counted in bytes in private', async () => {
    const { does } = await given();
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    await send(direct(personId, { text: 'é'.repeat(500) }));
    await expect(send(direct(personId, { text: 'é'.repeat(501) }))).rejects.toMatchObject({ code: 'too-long' });
  });

  it.each([
    ['within a day', 23 * hour, false, null],
    ['after a day, where Meta allows late answers of people', 25 * hour, true, 'HUMAN_AGENT'],
  ])('goes out %s', async (_what, ms, humanAgent, tag) => {
    const { does } = await given({ humanAgent: true });
    const lastInboundAt = here.clock.at;
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    later(ms);
    await send(direct(personId, { lastInboundAt }), humanAgent);
    expect(published()).toMatchObject([{ tag }]);
  });

  it.each([
    ['after a day', 25 * hour, false],
    ['after a week', 8 * day, true],
  ])('is too late %s', async (_what, ms, humanAgent) => {
    const { does } = await given({ humanAgent: true });
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    later(ms);
    await expect(send(direct(personId), humanAgent)).rejects.toMatchObject({ kind: 'window-closed' });
  });

  it('is read back when nobody knows whether it got through', async () => {
    const { does, server } = await given();
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    const message = direct(personId);
    server.served.script.cut({ method: 'POST', path: '/messages' });
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    expect(await settle(message)).toMatchObject({ is: 'sent', sent: { id: published()[0]?.id } });
    const other = direct(personId, { text: 'Encore' });
    await expect(settle(other)).rejects.toMatchObject({ code: 'too-early' });
    later(60_000);
    expect(await settle(other)).toEqual({ is: 'absent' });
  });

  it('says so when the comment is gone, and when a person has blocked us', async () => {
    const { does, account, http } = await given();
    const said = await does('comments', { username, text: 'Une panne ?' });
    await instagram.moderate?.({ act: 'hide', messageId: said['id'] ?? '' }, account, http);
    expect(here.server.world.commentOf(said['id'] ?? '').isHidden).toBe(true);
    await instagram.moderate?.({ act: 'delete', messageId: said['id'] ?? '' }, account, http);
    await instagram.moderate?.({ act: 'delete', messageId: said['id'] ?? '' }, account, http);
    await expect(send(comment(said))).rejects.toMatchObject({ kind: 'rejected', code: '100/33' });
    const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
    await does('blocks', { username });
    await expect(send(direct(personId))).rejects.toMatchObject({ kind: 'customer-unreachable' });
  });
});

describe('a private answer to a comment', () => {
  it('goes out once, within seven days, and then waits for the person', async () => {
    const { does } = await given({ humanAgent: true });
    const said = await does('comments', { username, text: 'Ma ligne est coupée' });
    const { thread } = await send(privately(said));
    expect(thread).toEqual({ key: said['personId'], personId: said['personId'] });
    await expect(send(privately(said), true)).rejects.toMatchObject({ kind: 'rejected', code: '10900' });
    await expect(send(direct(thread?.key ?? ''))).rejects.toMatchObject({ kind: 'window-closed' });
    await does('messages', { username, text: 'Merci' });
    await send(direct(thread?.key ?? '', { fromPublic: said['id'] ?? '' }));
    const old = await does('comments', { username: 'bram', text: 'Et moi ?' });
    later(8 * day);
    await expect(send(privately(old), true)).rejects.toMatchObject({ kind: 'rejected', code: '10903' });
  });

  it('is found again when nobody knows whether it got through', async () => {
    const { does, server } = await given();
    const message = privately(await does('comments', { username, text: 'Ma ligne est coupée' }));
    server.served.script.cut({ method: 'POST', path: '/messages' });
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    expect(await settle(message)).toMatchObject({ is: 'sent', sent: { thread: { key: message.to.id } } });
  });
});

it('knows who a person is, once they have written', async () => {
  const { does, account, http } = await given();
  const { personId = '' } = await does('messages', { username, text: 'Bonjour' });
  expect(await instagram.profile?.(personId, account, http)).toMatchObject({ handle: username, followers: 12 });
  expect(await instagram.profile?.('42', account, http)).toBeNull();
  expect(await instagram.profile?.('comment:42', account, http)).toBeNull();
});
