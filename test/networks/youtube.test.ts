import { youtube } from '../../src/networks/youtube/network.js';
import { startYoutubeSimulator, type YoutubeSimulator } from '../../src/simulator/youtube/simulator.js';
import { replyTo } from './support/reader.js';
import { connected, type World } from './support/world.js';

let here: World<YoutubeSimulator>;

beforeEach(async () => {
  const server = await startYoutubeSimulator({ now: () => new Date() });
  const app = { clientId: 'the-client', clientSecret: 'the-secret' };
  here = await connected(youtube, server, { app, settings: { ...server.grant(), liveChat: 'on' } });
});

afterEach(() => here.stop());

const texts = () => here.reader.messages().map(({ text }) => text);
const send = (change: Parameters<typeof replyTo>[1] = {}, to = here.reader.last()) =>
  youtube.send(replyTo(to, change), here.account, here.http);

describe('polling', () => {
  it('brings every comment and reply once, however many came between two polls', async () => {
    const { server, reader } = here;
    const said: string[] = [];
    const say = (text: string, inReplyTo?: string) => {
      said.push(text);
      return server.comments('@zoe', text, inReplyTo);
    };
    for (const burst of [1, 0, 450, 3]) {
      for (let number = 0; number < burst; number += 1) say(`comment ${said.length}`);
      await reader.catchUp();
    }
    const old = say('an old thread');
    await reader.catchUp();
    for (let number = 0; number < 120; number += 1) say(`reply ${number}`, old.id);
    await reader.catchUp();
    expect([...new Set(texts())].toSorted()).toEqual(said.toSorted());
    expect(await reader.catchUp()).toEqual([]);
  });

  it('keeps one person’s words under one comment together, and knows our own', async () => {
    const { server, reader } = here;
    const question = server.comments('@zoe', 'Is it fixed?');
    await reader.catchUp();
    const { id } = await send();
    server.comments('@zoe', 'Thanks', question.id);
    server.comments('@bram', 'Same here', question.id);
    await reader.catchUp();
    const ours = reader.messages().find(({ from }) => from === 'us');
    expect(ours).toMatchObject({ id, with: { name: '@zoe' }, thread: { answers: [question.id] } });
    const keys = new Map(reader.messages().map(({ text, thread }) => [text, thread.key]));
    expect(keys.get('Thanks')).toBe(keys.get('Is it fixed?'));
    expect(keys.get('Same here')).not.toBe(keys.get('Is it fixed?'));
    expect(reader.last().thread.post).toMatchObject({ by: 'us', text: 'The video vidSim00001' });
  });

  it('finds edits, and deletions once they were missed twice', async () => {
    const { server, reader } = here;
    const comment = server.comments('@zoe', 'you idiots');
    const reply = server.comments('@bram', 'calm down', comment.id);
    await reader.catchUp();
    server.edits(comment.id, 'I am not amused');
    await reader.catchUp();
    const edited = reader.messages().findLast(({ id }) => id === comment.id);
    expect(edited?.text).toBe('I am not amused');
    expect(edited?.edition).toBeGreaterThan(0);
    server.deletes(reply.id);
    await reader.catchUp();
    server.deletes(comment.id);
    for (let polls = 0; polls < 3; polls += 1) await reader.catchUp();
    const gone = reader.events().flatMap((event) => (event.kind === 'message-deleted' ? event.id : []));
    expect(gone).toEqual([reply.id, comment.id]);
  });

  it('reads what is held for review, in turn', async () => {
    const { server, reader } = here;
    const held = server.comments('@zoe', 'look at my shop');
    held.standing = 'heldForReview';
    for (let polls = 0; polls < 6; polls += 1) await reader.catchUp();
    expect(texts()).toEqual(['look at my shop']);
  });

  it('follows the live chat, and answers there', async () => {
    const { server, reader } = here;
    server.startsLive('chat/1:x');
    server.saysLive('@zoe', 'Hello!');
    for (let polls = 0; polls < 6; polls += 1) await reader.catchUp();
    expect(texts()).toEqual(['Hello!']);
    await send({ text: 'Welcome' });
    expect(server.published().map(({ text }) => text)).toEqual(['Welcome']);
    await expect(send({ text: 'x'.repeat(201) })).rejects.toMatchObject({ kind: 'rejected', code: 'too-long' });
  });

  it('spends units where comments come, and fewer the fewer there are', async () => {
    const { server, account, http } = here;
    const quiet = await youtube.poll?.(null, account, http);
    for (let number = 0; number < 50; number += 1) server.comments('@zoe', `comment ${number}`);
    server.world.units = 0;
    const poor = { ...account, app: { ...account.app, clientId: 'another', dailyUnits: '20' } };
    const slow = await youtube.poll?.(quiet?.cursor ?? null, poor, http);
    if (!quiet || !slow) throw new Error('the network has no poll');
    expect(quiet.waitSeconds).toBeLessThan(slow.waitSeconds ?? 0);
    expect(slow.budget?.usedPercent).toBeGreaterThan(0);
  });
});

describe('sending', () => {
  it('names whom a reply to a reply is for', async () => {
    const { server, reader } = here;
    const top = server.comments('@zoe', 'Hello');
    server.comments('@bram', 'me too', top.id);
    await reader.catchUp();
    const bram = reader.theirs().find(({ text }) => text === 'me too');
    await send({ text: 'We see you' }, bram);
    expect(server.published().map(({ text }) => text)).toEqual(['@bram We see you']);
  });

  it('settles what nobody answered by reading back', async () => {
    const { server, reader, account, http } = here;
    server.comments('@zoe', 'Hello');
    await reader.catchUp();
    const message = replyTo(reader.last());
    expect(await youtube.settle?.(message, account, http)).toEqual({ is: 'unclear' });
    server.script.cut({ method: 'POST' });
    await expect(youtube.send(message, account, http)).rejects.toMatchObject({ name: 'UnknownOutcome' });
    expect(await youtube.settle?.(message, account, http)).toMatchObject({ is: 'sent', sent: { id: /./u } });
    expect(server.published()).toHaveLength(1);
  });

  it('waits for midnight in California when there are no units left', async () => {
    const { server, reader } = here;
    server.comments('@zoe', 'Hello');
    await reader.catchUp();
    server.world.quota = server.world.units + 10;
    const error: unknown = await send().catch((failure: unknown) => failure);
    expect(error).toMatchObject({ kind: 'rate-limited', code: 'quotaExceeded' });
    expect(error).toHaveProperty('retryAfterMs');
  });
});

describe('moderation', () => {
  it('holds, publishes, rejects what others wrote, and edits and deletes what we wrote', async () => {
    const { server, reader, account, http } = here;
    const act = (name: 'hide' | 'unhide' | 'delete' | 'edit-own', messageId: string, text = '') =>
      youtube.moderate?.({ act: name, messageId, text }, account, http);
    const comment = server.comments('@zoe', 'Hello');
    await reader.catchUp();
    const { id } = await send();
    await act('hide', comment.id);
    expect(comment.standing).toBe('heldForReview');
    await act('unhide', comment.id);
    expect(comment.standing).toBe('published');
    await act('edit-own', id, 'Better words');
    expect(server.published()).toMatchObject([{ text: 'Better words' }]);
    await act('delete', id);
    expect(server.published()).toEqual([]);
    await act('delete', comment.id);
    expect(comment.standing).toBe('rejected');
  });
});

it('gets a fresh token, and asks a human when there is none to be had', async () => {
  const { account, http } = here;
  const fresh = await youtube.refresh?.(account, http);
  expect(fresh?.settings['accessToken']).not.toBe(account.settings['accessToken']);
  expect(fresh?.settings['refreshToken']).toBe(account.settings['refreshToken']);
  expect(fresh?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
  const ended = { ...account, settings: { ...account.settings, refreshToken: 'another' } };
  await expect(youtube.refresh?.(ended, http)).rejects.toMatchObject({ kind: 'needs-reauth', code: 'invalid_grant' });
});
