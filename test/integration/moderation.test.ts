import type { MessageView } from '../../src/contract/index.js';
import { SendFailure } from '../../src/networks/kit/failure.js';
import { givenCounter, place, type Counter } from '../support/counter.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());

async function comment(author: string): Promise<MessageView> {
  const { messages } = await desk.writes(author, { text: `You are thieves, says ${author}` });
  const [message] = messages;
  if (!message) throw new Error('no message');
  return message;
}
const moderate = (id: string, body: object, by = desk.lead) => desk.post(`messages/${id}/moderate`, body, by);
const messageOnce = async ({ ticketId, id }: MessageView, check: (message: MessageView | undefined) => void) => {
  const { messages } = await desk.pageOnce(ticketId, (page) => {
    check(page.messages.find((one) => one.id === id));
  });
  return messages.find((one) => one.id === id);
};

it('hides with a reason, keeps the record, and shows again', async () => {
  const message = await comment('hidden');
  expect(await moderate(message.id, { act: 'hide' })).toMatchObject({
    status: 409,
    body: { code: 'moderation.refused', details: { because: 'reason' } },
  });
  const asked = await moderate(message.id, { act: 'hide', reason: 'insult' });
  expect(asked).toMatchObject({
    status: 200,
    body: { moderations: [{ act: 'hide', state: 'pending', reason: 'insult', by: { name: 'Lead' } }] },
  });
  await messageOnce(message, (one) => {
    expect(one).toMatchObject({ hidden: true, moderations: [{ state: 'done', doneAt: expect.any(String) }] });
  });
  expect(await moderate(message.id, { act: 'hide', reason: 'insult' })).toMatchObject({
    body: { details: { because: 'already' } },
  });
  await moderate(message.id, { act: 'unhide' });
  await messageOnce(message, (one) => {
    expect(one).toMatchObject({ hidden: false, moderations: [{ act: 'unhide', state: 'done' }, { act: 'hide' }] });
  });
  expect(desk.network.moderated.map(({ act }) => act)).toEqual(['hide', 'unhide']);
});

it('shows what the network refused, and tries again what it may', async () => {
  const message = await comment('refused');
  desk.network.refusals.push(
    new SendFailure({ kind: 'rate-limited', code: '429', detail: 'slow', retryAfterMs: 1 }),
    new SendFailure({ kind: 'rejected', code: '200', detail: 'no right' }),
  );
  await moderate(message.id, { act: 'like' });
  const failed = await messageOnce(message, (one) => {
    expect(one?.moderations).toMatchObject([
      { act: 'like', state: 'failed', failure: { kind: 'rejected', code: '200' } },
    ]);
  });
  expect(failed?.reactions).toEqual([]);
  await moderate(message.id, { act: 'like' });
  await messageOnce(message, (one) => {
    expect(one?.reactions).toMatchObject([{ mine: true }]);
  });
});

it('deletes only after a second person agreed, where the workspace wants it', async () => {
  const message = await comment('deleted');
  await desk.relais.as(desk.admin).patch('/api/moderation', { fourEyes: true });
  const asked = await moderate(message.id, { act: 'delete', reason: 'hate' });
  expect(asked.body.moderations).toMatchObject([{ state: 'requested' }]);
  expect(await moderate(message.id, { act: 'like' })).toMatchObject({ body: { details: { because: 'open' } } });
  const [{ id }] = asked.body.moderations;
  expect(await desk.post(`moderations/${id}/confirm`)).toMatchObject({ body: { details: { because: 'own' } } });
  const cm = await desk.relais.agent('community_manager');
  expect(await desk.post(`moderations/${id}/confirm`, {}, cm)).toMatchObject({ status: 200 });
  await messageOnce(message, (one) => {
    expect(one).toMatchObject({ text: '', deletedAt: expect.any(String), moderations: [{ decidedBy: { id: cm.id } }] });
  });
  expect((await desk.page(message.ticketId)).ticket.unanswered).toBe(0);
  await desk.relais.as(desk.admin).patch('/api/moderation', { fourEyes: false });
});

it('lets advisers hide and like in their lane, and delete nothing; nobody hides what was said in private', async () => {
  const ana = await desk.relais.agent('adviser');
  const message = await comment('lane');
  await desk.post(`tickets/${message.ticketId}/transfer`, { lane: 'care', note: 'x' });
  expect(await moderate(message.id, { act: 'delete', reason: 'spam' }, ana)).toMatchObject({ status: 403 });
  expect(await moderate(message.id, { act: 'hide', reason: 'spam' }, ana)).toMatchObject({ status: 200 });
  const text = 'Between us: you are thieves';
  const priv = await desk.writes('private', { text, thread: place('private', 'private'), messageKind: 'direct' });
  expect(await moderate(priv.messages[0]?.id ?? '', { act: 'hide', reason: 'spam' })).toMatchObject({
    body: { details: { because: 'private' } },
  });
});

it('corrects our own words', async () => {
  const page = await desk.writes('typo', { text: 'When does the shop open?' });
  const sent = await desk.replies(page, 'At nnie.');
  expect(await moderate(sent.id, { act: 'edit-own' })).toMatchObject({ body: { details: { because: 'text' } } });
  await moderate(sent.id, { act: 'edit-own', text: 'At nine.' });
  await messageOnce(sent, (one) => {
    expect(one).toMatchObject({ text: 'At nine.', editedAt: expect.any(String) });
  });
});
