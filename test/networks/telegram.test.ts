import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { OutboundFile, OutboundMessage } from '../../src/networks/kit/outbound.js';
import { telegram } from '../../src/networks/telegram/network.js';
import type { CustomerMessage } from '../../src/simulator/telegram/customers.js';
import type { MessageRef } from '../../src/simulator/telegram/model.js';
import { givenTelegram, replyTo, type Telegram } from './support/telegram.js';

let here: Telegram;

async function given(options: Parameters<typeof givenTelegram>[0] = {}): Promise<Telegram> {
  here = await givenTelegram(options);
  return here;
}

afterEach(() => here.stop());

const toBot = { bot: 'northline_bot' };
const writes = (what: Partial<CustomerMessage>): MessageRef =>
  here.server.customerWrites({ handle: 'ines', text: 'My line is down', to: toBot, ...what });
const send = (message: OutboundMessage) => telegram.send(message, here.account, here.http);
const published = () => here.server.published();
/** The agent's answer to the last thing that came. */
const answer = async (change: Partial<OutboundMessage> = {}) => {
  await here.reader.catchUp();
  return send(replyTo(here.reader.last(), change));
};
const picture = (name: string, change: Partial<OutboundFile> = {}): OutboundFile => {
  return { type: 'image', name, mime: 'image/png', bytes: Buffer.from('png'), ...change };
};

describe('an account', () => {
  it('is checked, and told what privacy mode hides', async () => {
    const { account, http, bot, server } = await given();
    const check = await telegram.check(account, http);
    expect(check).toMatchObject({
      externalId: String(bot.id),
      name: 'Northline',
      handle: 'northline_bot',
      profileUrl: 'https://t.me/northline_bot',
      expiresAt: null,
    });
    expect(check.missing.map(({ name }) => name)).toEqual(['can_read_all_group_messages']);
    const open = server.addBot({ username: 'open_bot', seesGroups: true });
    const settings = { ...account.settings, botToken: open.token };
    expect((await telegram.check({ ...account, settings }, http)).missing).toEqual([]);
  });

  it('must be connected again when its token is revoked or mistyped', async () => {
    const { server, account, http, bot } = await given();
    const mistyped = { ...account, settings: { ...account.settings, botToken: `${bot.id}:short` } };
    await expect(telegram.check(mistyped, http)).rejects.toMatchObject({ kind: 'needs-reauth', code: '404' });
    writes({});
    await here.reader.catchUp();
    server.revokeToken('northline_bot');
    const reauth = { kind: 'needs-reauth', code: '401' };
    await expect(telegram.check(account, http)).rejects.toMatchObject(reauth);
    await expect(telegram.poll?.(null, account, http)).rejects.toMatchObject(reauth);
    await expect(send(replyTo(here.reader.last()))).rejects.toMatchObject(reauth);
  });
});

describe('a reply', () => {
  it('answers the message in its private chat', async () => {
    await given();
    const ref = writes({});
    const sent = await answer();
    expect(published()).toMatchObject([{ ...ref, message: 2, text: 'We are looking into it.', replyTo: ref.message }]);
    expect(sent).toEqual({ id: `${ref.chat}/2`, at: expect.any(Date) });
  });

  it('reaches a person whose message is gone', async () => {
    const { server } = await given();
    const ref = writes({});
    await here.reader.catchUp();
    server.customerDeletes(ref);
    await send(replyTo(here.reader.last()));
    expect(published()).toMatchObject([{ replyTo: null }]);
  });

  it('stays under the post that was commented on', async () => {
    const { server } = await given();
    const { channel, group } = server.addChannel({ title: 'Northline', username: 'northline', ...toBot });
    const { copy } = server.brandPosts(channel, 'We close at six');
    writes({ to: { group }, replyTo: copy?.message ?? 0, text: 'And on Sundays?' });
    await answer();
    await send(replyTo(here.reader.last(), { text: 'A second one, to nothing in particular', answers: 'x' }));
    const thread = copy?.message;
    expect(published()).toMatchObject([
      { chat: group, thread, replyTo: 2 },
      { chat: group, thread, replyTo: thread },
    ]);
  });

  it('goes to the topic of a forum, and to the person in a channel’s direct messages', async () => {
    const { server } = await given();
    const group = server.addGroup({ title: 'Help', isForum: true, bots: { northline_bot: 'administrator' } });
    const topic = server.openTopic(group, 'Fibre');
    writes({ to: { group, topic } });
    await answer({ answers: 'another/1' });
    const { channel, direct } = server.addChannel({ title: 'Northline', ...toBot });
    writes({ to: { channel } });
    await answer();
    const person = here.reader.last().from;
    expect(published()).toMatchObject([
      { chat: group, thread: topic },
      { chat: direct, topic: person === 'us' ? null : Number(person.id) },
    ]);
  });

  it('speaks for a business account, and comes back as ours', async () => {
    const { server, reader, bot } = await given();
    const business = server.connectBusiness('northline_bot', 'owner');
    writes({ to: { business } });
    const sent = await answer();
    await reader.catchUp();
    expect(published()).toMatchObject([{ business, text: 'We are looking into it.' }]);
    expect(reader.last()).toMatchObject({ id: sent.id, from: 'us', via: bot.username });
  });

  it('follows a group that became a supergroup', async () => {
    const { server } = await given();
    const group = server.addGroup({ title: 'Neighbours', type: 'group', bots: { northline_bot: 'member' } });
    writes({ to: { group }, text: '@northline_bot hello?' });
    await here.reader.catchUp();
    const moved = server.groupMigrates(group);
    const message = replyTo(here.reader.last());
    const sent = await send(message);
    expect(published()).toMatchObject([{ chat: moved, replyTo: null }]);
    expect(sent.id).toMatch(new RegExp(`^${moved}/`, 'u'));
    const move = { kind: 'thread-moved', from: String(group), to: String(moved) };
    expect((await here.reader.catchUp()).filter(({ kind }) => kind === 'thread-moved')).toMatchObject([move, move]);
  });

  it.each([
    ['a picture', [picture('a.png')], ['sendPhoto']],
    ['a letter', [picture('a.pdf', { type: 'file', mime: 'application/pdf' })], ['sendDocument']],
    ['a picture that is no photo', [picture('a.svg', { mime: 'image/svg+xml' })], ['sendDocument']],
    ['an album', [picture('a.png'), picture('b.png')], ['sendMediaGroup', 'sendMediaGroup']],
    [
      'a mixture',
      [picture('a.png'), picture('b.pdf', { type: 'file', mime: 'application/pdf' })],
      ['sendMediaGroup', 'sendMediaGroup'],
    ],
  ])('carries %s', async (_what, files, methods) => {
    await given();
    writes({});
    await answer({ files, text: 'Here it is' });
    expect(published().map(({ method }) => method)).toEqual(methods);
    expect(published().flatMap((one) => one.files)).toEqual(files.map(({ name }) => name));
    expect(published().map(({ text }) => text)).toEqual(['Here it is', ...methods.slice(1).map(() => '')]);
  });

  it('has as many characters as Telegram takes', async () => {
    await given();
    writes({});
    await answer({ text: 'é'.repeat(4096) });
    await expect(answer({ text: 'x'.repeat(4097) })).rejects.toMatchObject({ kind: 'rejected', code: 'too-long' });
    await expect(answer({ text: 'x'.repeat(1025), files: [picture('a.png')] })).rejects.toMatchObject({
      code: 'too-long',
    });
    expect(published()).toHaveLength(1);
  });
});

describe('a reply that does not get through', () => {
  const refused = async (change: Partial<OutboundMessage> = {}): Promise<unknown> =>
    answer(change).then(
      () => 'sent',
      (error: unknown) => error,
    );

  it('says that the bot is blocked, until the person lets it in again', async () => {
    const { server, reader } = await given();
    writes({});
    await reader.catchUp();
    const message = replyTo(reader.last());
    server.customerBlocks('ines', 'northline_bot');
    await expect(send(message)).rejects.toMatchObject({ kind: 'customer-unreachable', code: '403' });
    server.customerBlocks('ines', 'northline_bot', false);
    await send(message);
    const standing = (await reader.catchUp()).map((event) => event.kind === 'reachability' && event.reachable);
    expect(standing).toEqual([false, true]);
  });

  it('says that the person has left Telegram', async () => {
    const { server } = await given();
    writes({});
    server.customerLeavesTelegram('ines');
    expect(await refused()).toMatchObject({ kind: 'customer-unreachable' });
  });

  it.each(['left', 'kicked'] as const)('says that the bot has %s the group', async (standing) => {
    const { server } = await given();
    const group = server.addGroup({ title: 'Neighbours', bots: { northline_bot: 'member' } });
    writes({ to: { group }, text: 'hello @northline_bot' });
    await here.reader.catchUp();
    server.setStanding(group, 'northline_bot', standing);
    expect(await refused()).toMatchObject({ kind: 'customer-unreachable' });
  });

  it('says that a business chat is closed: by the clock, by the owner’s rights', async () => {
    let now = new Date();
    const { server, reader } = await given({ now: () => now });
    const business = server.connectBusiness('northline_bot', 'owner');
    writes({ to: { business } });
    await reader.catchUp();
    const message = replyTo(reader.last());
    server.changeConnection(business, { mayReply: false });
    await expect(send(message)).rejects.toMatchObject({ kind: 'rejected' });
    server.changeConnection(business, { mayReply: true });
    const closed = { kind: 'window-closed' };
    now = new Date(now.getTime() + 25 * 3_600_000);
    await expect(send({ ...message, startedAt: now })).rejects.toMatchObject({ ...closed, code: 'business-24h' });
    await expect(send({ ...message, lastInboundAt: null })).rejects.toMatchObject({ ...closed, code: '400' });
  });

  it('waits as long as Telegram says', async () => {
    const { server } = await given();
    server.setRates({ perSecond: 1 });
    writes({});
    await answer();
    expect(await refused()).toMatchObject({ kind: 'rate-limited', code: '429', retryAfterMs: 1000 });
  });

  it.each([
    ['the connection breaks after it was taken', 1],
    ['the server fails', 0],
  ])('is of unknown outcome when %s, and no read-back is pretended', async (_what, count) => {
    const { server, account, http } = await given();
    writes({});
    await here.reader.catchUp();
    if (count === 1) server.cut({ path: '/sendMessage' });
    else server.fail({ path: '/sendMessage', status: 502, body: '<html>Bad Gateway</html>' });
    const message = replyTo(here.reader.last());
    await expect(send(message)).rejects.toBeInstanceOf(UnknownOutcome);
    expect(published()).toHaveLength(count);
    expect(await telegram.settle?.(message, account, http)).toEqual({ is: 'unclear' });
  });

  it('never tells the token', async () => {
    const { server, bot } = await given();
    writes({});
    await here.reader.catchUp();
    server.cut({ path: '/sendMessage' });
    const failures = [await refused()];
    server.revokeToken('northline_bot');
    failures.push(await send(replyTo(here.reader.last())).catch((error: unknown) => error));
    await server.stop();
    failures.push(await send(replyTo(here.reader.last())).catch((error: unknown) => error));
    const secret = bot.token.split(':')[1] ?? '';
    const words = failures.map((error) => (error instanceof Error ? `${error.message} ${error.stack}` : ''));
    expect(words.every((text) => text !== '' && !text.includes(secret))).toBe(true);
  });
});

describe('moderation', () => {
  const moderate = (act: Parameters<NonNullable<typeof telegram.moderate>>[0]) =>
    telegram.moderate?.(act, here.account, here.http);

  it('edits our reply, its caption too, and is content when nothing changes', async () => {
    await given();
    writes({});
    const { id: plain } = await answer();
    const { id: captioned } = await answer({ files: [picture('a.png')], text: 'Look' });
    for (const messageId of [plain, captioned, plain]) await moderate({ act: 'edit-own', messageId, text: 'Solved' });
    expect(published().map(({ text, isEdited }) => ({ text, isEdited }))).toEqual([
      { text: 'Solved', isEdited: true },
      { text: 'Solved', isEdited: true },
    ]);
  });

  it('deletes ours, and is content when it is gone already; others’ only where the bot is an admin', async () => {
    const { server } = await given();
    writes({});
    const { id: messageId } = await answer();
    await moderate({ act: 'delete', messageId });
    await moderate({ act: 'delete', messageId });
    expect(published()).toMatchObject([{ isDeleted: true }]);
    const group = server.addGroup({ title: 'Neighbours', bots: { northline_bot: 'member' } });
    const { message } = writes({ to: { group }, text: '@northline_bot spam' });
    const act = { act: 'delete', messageId: `${group}/${message}` } as const;
    await expect(moderate(act)).rejects.toMatchObject({ kind: 'rejected' });
    server.setStanding(group, 'northline_bot', 'administrator');
    await moderate(act);
  });

  it('likes what people write, and says that it cannot hide it', async () => {
    const { server } = await given();
    const ref = writes({});
    const messageId = `${ref.chat}/${ref.message}`;
    await moderate({ act: 'like', messageId });
    expect(server.reactionsOf(ref)).toEqual(['👍']);
    await moderate({ act: 'unlike', messageId });
    expect(server.reactionsOf(ref)).toEqual([]);
    await expect(moderate({ act: 'hide', messageId })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('deletes in business chats by their own method', async () => {
    const { server } = await given();
    const business = server.connectBusiness('northline_bot', 'owner');
    writes({ to: { business } });
    const { id: messageId } = await answer();
    await moderate({ act: 'delete', messageId });
    expect(published()).toMatchObject([{ isDeleted: true }]);
    await expect(moderate({ act: 'like', messageId })).rejects.toMatchObject({ kind: 'rejected' });
  });
});
