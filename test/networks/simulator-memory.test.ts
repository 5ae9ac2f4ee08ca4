import { mastodon } from '../../src/networks/mastodon/network.js';
import { telegram } from '../../src/networks/telegram/network.js';
import { accessOf as mastodonAccess, givenMastodon, replyTo as replyToStatus } from './support/mastodon.js';
import { accessOf, givenTelegram, replyTo } from './support/telegram.js';

describe('a simulated network that starts again from its memory', () => {
  it('is the same Telegram: tokens, chats, what waits, what was published', async () => {
    const before = await givenTelegram();
    before.server.customerWrites({ handle: 'ines', to: { bot: 'northline_bot' }, text: 'one' });
    await before.reader.catchUp();
    await telegram.send(replyTo(before.reader.last()), before.account, before.http);
    before.server.customerWrites({ handle: 'ines', to: { bot: 'northline_bot' }, text: 'two' });
    const memory = before.server.memory();
    await before.stop();

    const after = await givenTelegram({ memory });
    const account = accessOf(after.server, before.bot);
    const page = await telegram.poll?.(null, account, after.http);
    const texts = page?.items.flatMap(({ body }) => telegram.parse(body, account.externalId));
    expect(texts?.at(-1)).toMatchObject({ kind: 'message', text: 'two' });
    await telegram.send(replyTo(before.reader.last(), { text: 'again' }), account, after.http);
    expect(after.server.published().map(({ text }) => text)).toEqual(['We are looking into it.', 'again']);
    await after.stop();
  });

  it('is the same Mastodon server', async () => {
    const before = await givenMastodon();
    const status = before.server.customerPosts({ handle: 'zoe', text: '@northline hi' });
    await mastodon.send(replyToStatus(status), before.account, before.http);
    const ours = { id: before.account.externalId, accessToken: before.account.settings['accessToken'] ?? '' };
    const memory = before.server.memory();
    await before.stop();

    const after = await givenMastodon({ memory });
    const account = mastodonAccess(after.server, ours);
    await mastodon.send(replyToStatus(status, { text: 'again' }), account, after.http);
    const texts = after.server.published().map(({ text }) => text);
    expect(texts).toEqual(['@zoe We are looking into it.', '@zoe again']);
    await after.stop();
  });
});
