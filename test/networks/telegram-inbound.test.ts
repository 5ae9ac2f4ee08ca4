import { telegram } from '../../src/networks/telegram/network.js';
import { accessOf, givenHook, givenTelegram, type Telegram } from './support/telegram.js';

let here: Telegram;

async function given(options: Parameters<typeof givenTelegram>[0] = {}): Promise<Telegram> {
  here = await givenTelegram(options);
  return here;
}

afterEach(() => here.stop());

const toBot = { bot: 'northline_bot' };
const says = (text: string, handle = 'ines') => here.server.customerWrites({ handle, to: toBot, text });

describe('polling', () => {
  it('brings everything once, in order, however much came between two polls', async () => {
    const { reader } = await given();
    const texts: string[] = [];
    for (const burst of [1, 0, 3, 250]) {
      for (let number = 0; number < burst; number += 1) {
        const text = `message ${texts.length}`;
        says(text, number % 2 === 0 ? 'ines' : 'bram');
        texts.push(text);
      }
      await reader.catchUp();
    }
    expect(reader.messages().map((message) => message.text)).toEqual(texts);
    expect(await reader.catchUp()).toEqual([]);
  });

  it('loses nothing and brings nothing twice when a cursor was not kept', async () => {
    const { server, reader } = await given();
    says('one');
    await reader.readWithoutCursor();
    says('two');
    await reader.readWithoutCursor();
    server.cut({ path: '/getUpdates' });
    await expect(reader.catchUp()).rejects.toMatchObject({ kind: 'try-again' });
    says('three');
    await reader.catchUp();
    expect(reader.messages().map((message) => message.text)).toEqual(['one', 'two', 'three']);
  });

  it('goes on when Telegram numbers from below after a silence', async () => {
    const { server, reader } = await given();
    says('before');
    await reader.catchUp();
    server.numberUpdatesFrom('northline_bot', 12);
    says('after');
    await reader.catchUp();
    expect(reader.messages().map((message) => message.text)).toEqual(['before', 'after']);
  });

  it('is told to try again when another program polls the bot, or a webhook takes its updates', async () => {
    const { server, account, http } = await given({ longPollMs: 60_000 });
    const first = telegram.poll?.(null, account, http);
    const waiting = expect(first).rejects.toMatchObject({ kind: 'try-again', code: '409' });
    // The second comes while the first waits; the second has its answer when somebody writes.
    while (server.calls().length === 0) await new Promise(setImmediate);
    const second = telegram.poll?.(null, account, http);
    await waiting;
    says('hello');
    expect((await second)?.items).toHaveLength(1);
    const byWebhook = accessOf(server, here.bot, 'webhook');
    await telegram.subscribe?.(byWebhook, 'https://relais.test/hooks/telegram/k', http);
    await expect(telegram.poll?.(null, account, http)).rejects.toMatchObject({ kind: 'try-again', code: '409' });
    await telegram.subscribe?.(account, '', http);
    await expect(telegram.poll?.('0', byWebhook, http)).rejects.toMatchObject({ code: 'no-webhook' });
  });
});

describe('what people do', () => {
  it('arrives: starts, edits, albums, files, blocks', async () => {
    const { server, reader, account, http } = await given();
    server.customerStarts('ines', 'northline_bot', 'post-77');
    const ref = says('fist');
    server.customerEdits(ref, 'first');
    const files = [
      { kind: 'photo', bytes: Buffer.from('one') },
      { kind: 'photo', size: 99_000_000 },
    ] as const;
    server.customerWrites({ handle: 'ines', to: toBot, text: 'Look', files });
    server.customerBlocks('ines', 'northline_bot');
    expect(await reader.catchUp()).toMatchObject([
      { kind: 'reachability', reachable: true },
      { kind: 'message', text: 'fist', edition: 0 },
      { kind: 'message', text: 'first', edition: expect.any(Number) },
      { kind: 'message', text: 'Look', attachments: [{ type: 'image' }] },
      { kind: 'message', text: '', attachments: [{ type: 'image' }] },
      { kind: 'reachability', reachable: false },
    ]);
    const [small, large] = reader.messages().flatMap(({ attachments }) => attachments.map(({ ref }) => ref ?? ''));
    expect(String(await telegram.file?.(small ?? '', account, http))).toBe('one');
    await expect(telegram.file?.(large ?? '', account, http)).rejects.toMatchObject({ kind: 'rejected' });
    await expect(telegram.file?.('no such file', account, http)).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('keeps the comments of one person under one post together', async () => {
    const { server, reader } = await given();
    const { channel, group } = server.addChannel({ title: 'Northline', username: 'northline', ...toBot });
    const { post, copy } = server.brandPosts(channel, 'We close at six');
    const comment = { handle: 'bram', to: { group }, replyTo: copy?.message ?? 0 };
    server.customerWrites({ ...comment, text: 'And on Sundays?' });
    server.customerWrites({ ...comment, handle: 'zoe', text: 'Finally!' });
    await reader.catchUp();
    const [first, second] = reader.messages();
    expect(first?.thread).toMatchObject({
      space: 'public',
      post: { by: 'us', text: 'We close at six', permalink: `https://t.me/northline/${post.message}` },
    });
    expect(second?.thread.key).not.toBe(first?.thread.key);
    const ref = { chat: group, message: 2 };
    const ours = server.adminAnswers(ref, 'From nine to noon.');
    server.customerWrites({ ...comment, replyTo: ours.message, text: 'Thanks' });
    server.customerReacts('bram', ours, '👍');
    server.customerReacts('bram', ours, null);
    const [admin, thanks, liked, unliked] = await reader.catchUp();
    expect(admin).toMatchObject({ from: 'us', with: { name: 'bram' }, thread: { key: first?.thread.key } });
    expect(thanks).toMatchObject({ thread: { key: first?.thread.key } });
    expect([liked, unliked]).toMatchObject([
      { kind: 'reaction', emoji: '👍' },
      { kind: 'reaction', emoji: null },
    ]);
  });

  it('is seen in a group only as far as privacy mode lets it', async () => {
    const { server, reader } = await given();
    const group = server.addGroup({ title: 'Neighbours', bots: { northline_bot: 'member' } });
    const write = (text: string) => server.customerWrites({ handle: 'zoe', to: { group }, text });
    write('nobody answers here');
    write('@northline_bot does anyone?');
    server.setStanding(group, 'northline_bot', 'administrator');
    write('now you see it');
    const messages = (await reader.catchUp()).flatMap((event) => (event.kind === 'message' ? event.text : []));
    expect(messages).toEqual(['@northline_bot does anyone?', 'now you see it']);
  });

  it('arrives from business accounts, with deletions', async () => {
    const { server, reader } = await given();
    const business = server.connectBusiness('northline_bot', 'owner');
    const ref = server.customerWrites({ handle: 'noe', to: { business }, text: 'My order?' });
    server.ownerWrites(business, 'noe', 'I will see.');
    server.customerDeletes(ref);
    server.changeConnection(business, { isEnabled: false });
    const id = `${business}:${ref.chat}/${ref.message}`;
    expect(await reader.catchUp()).toMatchObject([
      { kind: 'account-notice', code: 'business-on' },
      { kind: 'message', id, from: { name: 'noe' } },
      { kind: 'message', from: 'us', with: { name: 'noe' } },
      { kind: 'message-deleted', id },
      { kind: 'account-notice', code: 'business-off' },
    ]);
  });
});

describe('a webhook', () => {
  async function hooked() {
    const { server, bot, http } = await given();
    const account = accessOf(server, bot, 'webhook');
    const hook = await givenHook(account);
    await telegram.subscribe?.(account, hook.url, http);
    return { ...here, account, hook };
  }

  it('is called with the secret, again until it answers 2xx, each chat in order', async () => {
    const { server, hook } = await hooked();
    hook.answerNext(503, 0, 500);
    const texts = ['one', 'two', 'three'];
    for (const text of texts) says(text);
    says('meanwhile', 'bram');
    await server.webhookSettled('northline_bot');
    const messages = hook.events().flatMap((event) => (event.kind === 'message' ? event : []));
    const ofInes = messages.filter(({ from }) => from !== 'us' && from.handle === 'ines');
    expect(ofInes.map(({ text }) => text)).toEqual(texts);
    expect(messages).toHaveLength(4);
    hook.stop();
  });

  it('is looked after: trouble is told once, and in the account’s check', async () => {
    const { server, account, http, hook } = await hooked();
    hook.stop();
    says('lost?');
    while ((await telegram.poll?.(null, account, http))?.items.length === 0) await new Promise(setImmediate);
    const page = await telegram.poll?.(null, account, http);
    const [item] = page?.items ?? [];
    expect(telegram.parse(item?.body, account.externalId)).toMatchObject([
      { kind: 'account-notice', level: 'warning', code: 'webhook-error' },
    ]);
    expect((await telegram.check(account, http)).missing.map(({ name }) => name)).toContain('webhook');
    // Polling instead finds what the webhook could not bring.
    await telegram.subscribe?.(accessOf(server, here.bot), hook.url, http);
    await here.reader.catchUp();
    expect(here.reader.last().text).toBe('lost?');
  });

  it('asks for reactions, which Telegram leaves out by itself', async () => {
    const { server, account, http, hook } = await hooked();
    const group = server.addGroup({ title: 'Neighbours', bots: { northline_bot: 'administrator' } });
    const ref = server.customerWrites({ handle: 'zoe', to: { group }, text: 'hello' });
    server.customerReacts('ines', ref, '🔥');
    await server.webhookSettled('northline_bot');
    expect(hook.events().at(-1)).toMatchObject({ kind: 'reaction', emoji: '🔥' });
    expect((await telegram.check(account, http)).missing.map(({ name }) => name)).not.toContain('allowed_updates');
    await telegram.unsubscribe?.(account, http);
    await expect(telegram.poll?.(null, account, http)).rejects.toMatchObject({ code: 'no-webhook' });
    hook.stop();
  });
});
