import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../src/contract/index.js';
import { SendFailure } from '../../src/networks/kit/failure.js';
import { givenCounter, type Counter } from '../support/counter.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());
beforeEach(() => {
  desk.network.sent.length = 0;
});

const line = 'Hello, we write to you in private.';
const secret = 'Your number is 12.';

/** In private, with a line under the comment. */
function answer(page: Conversation, more: object = {}) {
  const [thread] = page.threads;
  const way = (space: string) => thread?.ways.find((one) => one.space === space)?.accountId;
  return desk.post(`tickets/${page.ticket.id}/replies`, {
    clientId: randomUUID(),
    threadId: thread?.id,
    space: 'private',
    accountId: way('private'),
    text: secret,
    fileIds: [],
    seenMessageId: page.messages.at(-1)?.id,
    paired: { clientId: randomUUID(), threadId: thread?.id, accountId: way('public'), text: line },
    ...more,
  });
}
const ours = ({ messages }: Conversation) =>
  messages.filter(({ direction }) => direction === 'out').map(({ text, state }) => [text, state]);
const said = () => desk.network.sent.map(({ text }) => text);

it('sends the private text first and the public line after it, in one ticket', async () => {
  const page = await desk.writes('paired', { text: 'My bill is wrong' });
  expect(await answer(page)).toMatchObject({ status: 200, body: { text: secret, space: 'private' } });
  await desk.pageOnce(page.ticket.id, (now) => {
    expect(ours(now).toSorted()).toEqual([
      [line, 'sent'],
      [secret, 'sent'],
    ]);
    expect(now.ticket.id).toBe(page.ticket.id);
  });
  expect(said()).toEqual([secret, line]);
});

it('publishes nothing when the private text is refused, until somebody sends both', async () => {
  const page = await desk.writes('unpaired', { text: 'My line is dead' });
  desk.network.failures.push(new SendFailure({ kind: 'rejected', code: '10', detail: 'no' }));
  const { body } = await answer(page);
  const failed = await desk.pageOnce(page.ticket.id, (now) => {
    expect(ours(now)).toEqual(
      expect.arrayContaining([
        [secret, 'failed'],
        [line, 'failed'],
      ]),
    );
    expect(now.ticket.troubledSends).toBe(2);
  });
  const public_ = failed.messages.find(({ text }) => text === line);
  expect(public_?.failure).toMatchObject({ kind: 'not-sent-with-private' });
  expect(said()).toEqual([]);

  await desk.post(`messages/${public_?.id ?? ''}/retry`);
  await desk.post(`messages/${body.id}/retry`);
  await desk.pageOnce(page.ticket.id, (now) => {
    expect(ours(now)).toEqual(
      expect.arrayContaining([
        [secret, 'sent'],
        [line, 'sent'],
      ]),
    );
  });
  expect(said()).toEqual([secret, line]);
});

it('takes both back at once', async () => {
  const page = await desk.writes('undone', { text: 'My box is red' });
  const { body } = await answer(page, { undoSeconds: 30 });
  await desk.post(`messages/${body.id}/discard`);
  await desk.pageOnce(page.ticket.id, (now) => {
    expect(ours(now)).toEqual([]);
  });
  // The exchange is open now, though nothing was said in it: the pair goes all the same.
  const again = await desk.pageOnce(page.ticket.id, () => undefined);
  const [private_, public_] = ['private', 'public'].map((space) => again.threads.find((one) => one.space === space));
  const paired = { clientId: randomUUID(), threadId: public_?.id, accountId: public_?.account.id, text: line };
  await answer(again, { threadId: private_?.id, accountId: private_?.account.id, paired });
  await desk.pageOnce(page.ticket.id, (now) => {
    expect(ours(now)).toHaveLength(2);
    expect(ours(now).every(([, state]) => state === 'sent')).toBe(true);
  });
});

it('refuses the pair when the public line could not go', async () => {
  const page = await desk.writes('too-long', { text: 'My screen is blue' });
  const [thread] = page.threads;
  const paired = {
    clientId: randomUUID(),
    threadId: thread?.id,
    accountId: thread?.account.id,
    text: 'x'.repeat(1001),
  };
  expect(await answer(page, { paired })).toMatchObject({ body: { code: 'reply.too-long' } });
  expect(ours(await desk.pageOnce(page.ticket.id, () => undefined))).toEqual([]);
});
