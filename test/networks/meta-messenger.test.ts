import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { OutboundMessage } from '../../src/networks/kit/outbound.js';
import { messenger } from '../../src/networks/meta/messenger/network.js';
import { startMetaSimulator } from '../../src/simulator/meta/simulator.js';
import { givenMeta, Poller, replyTo, type Meta } from './support/meta.js';

let here: Meta;

async function given(options: Parameters<typeof givenMeta>[0] = {}): Promise<Meta> {
  here = await givenMeta(options);
  return here;
}

afterEach(() => here.stop());

const ines = 'Inès Carvalho';
const hour = 3_600_000;
const sending = { method: 'POST', path: '/messages' };
const picture = { type: 'image', name: 'plan.png', mime: 'image/png', bytes: Buffer.from('png') } as const;

const writes = (text: string, more: { name?: string; replyTo?: string } = {}) =>
  here.server.customers.writes({ page: here.page.id, name: ines, text, ...more });
const send = (message: OutboundMessage, humanAgent = false) =>
  messenger.send(message, { ...here.account, limits: humanAgent ? { humanAgent } : {} }, here.http);
const answer = (psid: string, change: Partial<OutboundMessage> = {}): OutboundMessage =>
  replyTo(
    { id: psid },
    { space: 'private', thread: psid, lastInboundAt: here.clock.at, startedAt: here.clock.at, ...change },
  );
const later = (ms: number) => {
  here.clock.at = new Date(here.clock.at.getTime() + ms);
};

describe('a Page’s inbox', () => {
  it('is checked, and takes the administrator’s word for the late answers', async () => {
    const { account, http, page } = await given();
    const settings = { ...account.settings, humanAgent: 'yes' };
    expect(await messenger.check({ ...account, settings }, http)).toMatchObject({
      externalId: page.id,
      missing: [],
      limits: { humanAgent: true },
    });
    expect(await messenger.check(account, http)).toMatchObject({ limits: {} });
  });

  it('tells what is missing', async () => {
    const { account, http } = await given({ scopes: ['pages_show_list'], subscribed: false });
    const { missing } = await messenger.check(account, http);
    expect(missing.map(({ name }) => name)).toEqual([
      'pages_messaging',
      'pages_manage_metadata',
      'pages_read_engagement',
    ]);
  });

  it('knows who a person is, when it is asked', async () => {
    const { account, http } = await given();
    const { psid } = writes('Bonjour');
    expect(await messenger.profile?.(psid, account, http)).toMatchObject({ id: psid, name: ines });
    expect(await messenger.profile?.('42', account, http)).toBeNull();
    expect(await messenger.profile?.('ref:42', account, http)).toBeNull();
  });
});

describe('the webhook', () => {
  it('brings messages, edits, reactions, unsent messages and receipts', async () => {
    const { server, hook, page } = await given();
    const first = writes('Ma box clignote 🔴');
    const second = writes('la voici', { replyTo: first.mid });
    server.customers.edits(first.mid, 'Ma box clignote en rouge');
    server.customers.reacts({ page: page.id, name: ines, on: first.mid, type: '👍' });
    server.customers.reacts({ page: page.id, name: ines, on: first.mid, type: null });
    server.customers.deletes(second.mid);
    server.customers.reads({ page: page.id, name: ines });
    await server.settled();
    const of = { account: page.id, network: 'messenger' };
    expect(hook.events()).toMatchObject([
      {
        ...of,
        kind: 'message',
        id: first.mid,
        text: 'Ma box clignote 🔴',
        from: { id: first.psid, name: '' },
        thread: { key: first.psid, space: 'private' },
      },
      { ...of, id: second.mid, replyTo: first.mid },
      { ...of, id: first.mid, text: 'Ma box clignote en rouge', edition: 1 },
      { ...of, kind: 'reaction', on: { message: first.mid }, emoji: '👍' },
      { ...of, kind: 'reaction', on: { message: first.mid }, emoji: null },
      { ...of, kind: 'message-deleted', id: second.mid },
      { ...of, kind: 'receipt', state: 'read', thread: first.psid },
    ]);
  });

  it('tells administrators of a block', async () => {
    const { server, hook, page } = await given();
    server.enforce(page.id, 'block', 'Too many messages');
    await server.settled();
    expect(hook.events()).toMatchObject([
      { kind: 'account-notice', level: 'blocked', code: 'policy-block', detail: 'Too many messages', account: page.id },
    ]);
  });

  it('shows what was written in Meta’s own inbox as ours, by another program', async () => {
    const { server, hook, page } = await given();
    const { psid } = writes('Bonjour');
    server.customers.brandWrites({ page: page.id, name: ines, text: 'Bonjour Inès' });
    await server.settled();
    expect(hook.messages().at(-1)).toMatchObject({
      from: 'us',
      via: 'Messenger',
      with: { id: psid },
      thread: { key: psid },
    });
    expect(hook.messages().at(-1)).not.toHaveProperty('marker');
  });
});

describe('the poll', () => {
  it('finds what the webhooks missed, of both sides, with the names of people', async () => {
    const { server, page } = await given();
    const poller = new Poller(messenger, here);
    await poller.catchUp();
    server.dropHooks(999);
    const { psid, mid } = writes('Bonjour');
    server.customers.brandWrites({ page: page.id, name: ines, text: 'Bonjour Inès' });
    for (let number = 0; number < 120; number += 1) writes(`message ${number}`, { name: 'Bram' });
    const found = await poller.catchUp();
    expect(found).toHaveLength(122);
    expect(found).toContainEqual(
      expect.objectContaining({ id: mid, from: { id: psid, name: ines }, edition: 0, text: 'Bonjour' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ from: 'us', with: { id: psid, name: ines } }));
    expect(await poller.catchUp()).toEqual([]);
  });

  it('subscribes again when Meta has ended that', async () => {
    const { server, page, hook } = await given();
    const poller = new Poller(messenger, here);
    await poller.catchUp();
    server.unsubscribe(page.id);
    expect(await poller.catchUp()).toMatchObject([{ code: 'resubscribed', network: 'messenger' }]);
    writes('hello again');
    await server.settled();
    expect(hook.messages()).toHaveLength(1);
  });
});

describe('a reply', () => {
  it('arrives, and its echo carries our mark', async () => {
    const { server, hook } = await given();
    const { psid } = writes('Bonjour');
    const message = answer(psid);
    const sent = await send(message);
    await server.settled();
    expect(server.published()).toMatchObject([
      { kind: 'message', id: sent.id, on: psid, text: message.text, tag: null },
    ]);
    expect(sent).toMatchObject({ budget: { usedPercent: 1 } });
    expect(sent).not.toHaveProperty('thread');
    expect(hook.events()).toContainEqual(expect.objectContaining({ id: sent.id, from: 'us', marker: message.id }));
    expect(hook.events()).toContainEqual(
      expect.objectContaining({ kind: 'receipt', state: 'delivered', messages: [sent.id] }),
    );
  });

  it('is words or one file', async () => {
    const { server } = await given();
    const { psid } = writes('Bonjour');
    await send(answer(psid, { text: '', files: [picture] }));
    expect(server.published()).toMatchObject([{ files: ['plan.png'], text: '' }]);
    await expect(send(answer(psid, { files: [picture] }))).rejects.toMatchObject({ code: 'text-or-file' });
    await expect(send(answer(psid, { text: '', files: [picture, picture] }))).rejects.toMatchObject({
      kind: 'rejected',
    });
    await expect(send(answer(psid, { text: 'x'.repeat(2001) }))).rejects.toMatchObject({ code: 'too-long' });
  });

  it('is not in doubt when only its file could not be uploaded', async () => {
    const { server } = await given();
    const { psid } = writes('Bonjour');
    server.cut({ path: '/message_attachments' });
    await expect(send(answer(psid, { text: '', files: [picture] }))).rejects.toMatchObject({ kind: 'try-again' });
    expect(server.published()).toEqual([]);
  });

  it.each([
    ['within a day', 23 * hour, false, null],
    ['after a day, where Meta allows late answers of people', 25 * hour, true, 'HUMAN_AGENT'],
  ])('goes out %s', async (_what, ms, humanAgent, tag) => {
    const { server } = await given({ humanAgent: true });
    const lastInboundAt = here.clock.at;
    const { psid } = writes('Bonjour');
    later(ms);
    await send(answer(psid, { lastInboundAt }), humanAgent);
    expect(server.published()).toMatchObject([{ tag }]);
  });

  it('goes the late way when Meta counts the day otherwise than we do', async () => {
    const { server } = await given({ humanAgent: true });
    const { psid } = writes('Bonjour');
    later(25 * hour);
    await send(answer(psid), true);
    expect(server.published()).toMatchObject([{ tag: 'HUMAN_AGENT' }]);
  });

  it.each([
    ['after a day', 25 * hour, false],
    ['after a week', 8 * 24 * hour, true],
  ])('is too late %s', async (_what, ms, humanAgent) => {
    await given({ humanAgent: true });
    const lastInboundAt = here.clock.at;
    const { psid } = writes('Bonjour');
    later(ms);
    const refused = { kind: 'window-closed', code: '10/2018278' };
    await expect(send(answer(psid, { lastInboundAt }), humanAgent)).rejects.toMatchObject(refused);
  });

  it('does not reach a person who has blocked the Page', async () => {
    const { server, page } = await given();
    const { psid } = writes('Bonjour');
    server.customers.blocks({ page: page.id, name: ines, isBlocking: true });
    await expect(send(answer(psid))).rejects.toMatchObject({ kind: 'customer-unreachable', code: '551/1545041' });
    await expect(send(answer('42'))).rejects.toMatchObject({ kind: 'customer-unreachable', code: '100/2018001' });
  });
});

describe('a private answer to a comment', () => {
  const commented = () =>
    here.server.customers.comments({ page: here.page.id, name: ines, text: 'Ma ligne est coupée' });
  const privately = (comment: { id: string; personId: string }) =>
    answer(comment.personId, { fromPublic: comment.id, thread: `from:${comment.id}`, lastInboundAt: null });

  it('opens an exchange with the person as Messenger knows them', async () => {
    const { server, hook } = await given();
    const sent = await send(privately(commented()));
    const { psid } = writes('Merci');
    await server.settled();
    expect(sent.thread).toEqual({ key: psid, personId: psid });
    expect(
      hook
        .messages()
        .filter(({ messageKind }) => messageKind === 'direct')
        .map(({ thread }) => thread.key),
    ).toEqual([psid, psid]);
  });

  it('can also answer a visitor’s post', async () => {
    const { server, page } = await given();
    const post = server.customers.posts({ page: page.id, name: ines, text: 'Bonjour' });
    expect(await send(privately(post))).toMatchObject({ thread: { key: expect.any(String) } });
  });

  it('is a message like any other once the person has answered', async () => {
    const { server } = await given();
    const { thread } = await send(privately(commented()));
    writes('C’est le 4411');
    await send(answer(thread?.key ?? '', { fromPublic: 'the comment', text: 'Merci !' }));
    expect(server.published()).toMatchObject([{ on: thread?.key }, { on: thread?.key, text: 'Merci !' }]);
  });

  it('goes out once, within seven days, and then waits for the person', async () => {
    await given({ humanAgent: true });
    const comment = commented();
    const { thread } = await send(privately(comment));
    await expect(send(privately(comment), true)).rejects.toMatchObject({ kind: 'rejected', code: '10900' });
    await expect(send(answer(thread?.key ?? ''))).rejects.toMatchObject({ kind: 'window-closed' });
    const old = here.server.customers.comments({ page: here.page.id, name: 'Bram', text: 'Et moi ?' });
    later(8 * 24 * hour);
    await expect(send(privately(old), true)).rejects.toMatchObject({ kind: 'rejected', code: '10903' });
  });

  it('is found again when nobody knows whether it got through', async () => {
    const { server } = await given();
    const message = privately(commented());
    server.cut(sending);
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    const [published] = server.published();
    expect(await messenger.settle?.(message, here.account, here.http)).toMatchObject({
      is: 'sent',
      sent: { id: published?.id, thread: { key: published?.on } },
    });
  });
});

describe('a reply of which nobody knows whether it got through', () => {
  const settle = (message: OutboundMessage) => messenger.settle?.(message, here.account, here.http);

  it('was sent: it stays one', async () => {
    const { server } = await given();
    const { psid } = writes('Bonjour');
    const message = answer(psid);
    server.cut(sending);
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    expect(await settle(message)).toMatchObject({ is: 'sent', sent: { id: server.published()[0]?.id } });
  });

  it.each([
    ['a gateway answered', 502, '<html>Bad Gateway</html>'],
    [
      'Graph does not know itself',
      500,
      { error: { code: 1, message: 'An unknown error occurred', error_subcode: 99 } },
    ],
  ])('was not sent, and %s: it is absent after a while', async (_what, status, body) => {
    const { server } = await given();
    const { psid } = writes('Bonjour');
    const message = answer(psid);
    server.fail({ ...sending, status, body });
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    await expect(settle(message)).rejects.toMatchObject({ code: 'too-early' });
    later(60_000);
    expect(await settle(message)).toEqual({ is: 'absent' });
  });

  it('is not taken for the same words of yesterday', async () => {
    await given();
    const { psid } = writes('Bonjour');
    await send(answer(psid));
    later(23 * hour);
    const message = answer(psid);
    later(60_000);
    expect(await settle(message)).toEqual({ is: 'absent' });
  });
});

describe('the simulator', () => {
  it('goes on after a restart with all it knew', async () => {
    const { server, page } = await given();
    const { psid } = writes('Bonjour');
    await send(answer(psid));
    const again = await startMetaSimulator({ now: () => here.clock.at, memory: server.memory() });
    expect(again.published()).toEqual(server.published());
    const account = { ...here.account, apiBase: again.url };
    await messenger.send(answer(psid, { text: 'Encore' }), account, here.http);
    expect(again.published()).toHaveLength(2);
    expect(again.customers.writes({ page: page.id, name: ines, text: 'Merci' }).psid).toBe(psid);
    await again.stop();
  });

  it('obeys other processes', async () => {
    const { server, page, hook } = await given();
    const ask = async (name: string, body: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await fetch(`${server.url}/_sim/${name}`, init)).json();
    };
    const { mid } = await ask('messages', { page: page.id, name: ines, text: 'Bonjour' });
    await ask('edits', { id: mid, text: 'Bonsoir' });
    await ask('comments', { page: page.id, name: ines, text: 'Allô' });
    await server.settled();
    expect(hook.messages().map(({ text }) => text)).toEqual(['Bonjour', 'Bonsoir', 'Allô']);
    const published = await fetch(`${server.url}/_sim/published`);
    expect(await published.json()).toEqual([]);
  });
});
