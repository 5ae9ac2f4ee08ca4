import { givenDesk, type Desk } from '../support/mastodon-desk.js';

jest.setTimeout(60_000);

const statuses = { method: 'POST', path: '/api/v1/statuses' };
let desk: Desk;
beforeEach(async () => {
  desk = await givenDesk();
});
afterEach(() => desk.stop());

async function asked(text: string) {
  const post = desk.server.customerPosts({ handle: 'lea@remote.example', text: `@northline ${text}` });
  return { post, page: await desk.ticketSaying(text) };
}
const becomes = (state: string) => (message: { state: string }) => {
  expect(message.state).toBe(state);
};

it('tells what the network refused, keeps the customer’s clock running, and sends when asked to again', async () => {
  const { post, page } = await asked('no signal at home');
  desk.server.fail({ ...statuses, status: 422, body: { error: 'Validation failed: Text contains a word' } });
  const failed = await desk.replied(page, 'We are on it.', becomes('failed'));
  expect(failed.failure).toMatchObject({ kind: 'rejected' });
  const { ticket } = await desk.page(page.ticket.id);
  expect(ticket).toMatchObject({ state: 'open', unanswered: 1, dueKind: 'first_reply', troubledSends: 1 });
  const list = await desk.relais.as(desk.admin).get('/api/tickets?view=failed');
  expect(list.body.rows).toMatchObject([{ id: page.ticket.id }]);

  const again = await desk.relais.as(desk.admin).post(`/api/messages/${failed.id}/retry`);
  expect(again).toMatchObject({ status: 200, body: { state: 'queued' } });
  await desk.messageOnce(page.ticket.id, failed.id, becomes('sent'));
  expect(desk.answersTo(post.id)).toHaveLength(1);
  expect((await desk.page(page.ticket.id)).ticket).toMatchObject({ state: 'waiting_customer', troubledSends: 0 });
});

it('sends once when the network did it and the connection broke before it said so', async () => {
  const { post, page } = await asked('my line is noisy');
  desk.server.cut(statuses);
  const sent = await desk.replied(page, 'A technician calls you.', becomes('sent'));
  expect(desk.answersTo(post.id)).toEqual([expect.stringContaining('A technician calls you.')]);
  const attempts = await desk.relais.db.read((sql) =>
    sql.many<{ outcome: string }>('select a.outcome from attempt as a where a.message_id = $1 order by a.number', [
      sent.id,
    ]),
  );
  expect(attempts.length).toBeGreaterThan(0);
});

it('waits as long as the network says, in the order in which the replies were written', async () => {
  const { post, page } = await asked('where is my parcel');
  desk.server.fail({ ...statuses, status: 429, headers: { 'retry-after': '1' } });
  const first = await desk.reply(page, desk.draft(page, 'First.'));
  const second = await desk.reply(page, desk.draft(page, 'Second.'));
  await desk.messageOnce(page.ticket.id, second.body.id, becomes('sent'));
  await desk.messageOnce(page.ticket.id, first.body.id, becomes('sent'));
  expect(desk.answersTo(post.id)).toEqual([expect.stringContaining('First.'), expect.stringContaining('Second.')]);
});

it('pauses an account whose token was revoked, holds its replies, and sends them when it is repaired', async () => {
  const { post, page } = await asked('my sim is locked');
  desk.server.revokeToken(desk.ours.accessToken);
  const held = await desk.reply(page, desk.draft(page, 'We unlock it.'));
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.at(-1)).toMatchObject({ id: held.body.id, state: 'queued', failure: { kind: 'needs-reauth' } });
  });
  const accounts = await desk.relais.as(desk.admin).get('/api/accounts');
  expect(accounts.body).toMatchObject([{ state: 'needs-reauth', heldReplies: 1 }]);

  const renewed = desk.server.addAccount({ username: 'northline' });
  const repair = { settings: { server: desk.server.url, accessToken: renewed.accessToken } };
  const repaired = await desk.relais.as(desk.admin).patch(`/api/accounts/${desk.accountId}`, repair);
  expect(repaired).toMatchObject({ status: 200, body: { state: 'active' } });
  await desk.messageOnce(page.ticket.id, held.body.id, becomes('sent'));
  expect(desk.answersTo(post.id)).toHaveLength(1);
});

it('takes back a reply that has not gone', async () => {
  const { post, page } = await asked('how do I cancel');
  desk.server.revokeToken(desk.ours.accessToken);
  const held = await desk.reply(page, desk.draft(page, 'Wrong words.'));
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.at(-1)).toMatchObject({ failure: { kind: 'needs-reauth' } });
  });
  const gone = await desk.relais.as(desk.admin).post(`/api/messages/${held.body.id}/discard`);
  expect(gone).toMatchObject({ status: 200, body: { state: 'discarded' } });
  expect((await desk.page(page.ticket.id)).messages).toHaveLength(1);
  expect(desk.answersTo(post.id)).toEqual([]);
});

it('refuses what the network would refuse, before anything is queued', async () => {
  const { page } = await asked('is 5g coming');
  const tooLong = await desk.reply(page, desk.draft(page, 'x'.repeat(5000)));
  expect(tooLong).toMatchObject({ body: { code: 'reply.too-long', details: { length: 5000 } } });
  expect(await desk.reply(page, desk.draft(page, ' '))).toMatchObject({ body: { code: 'reply.empty' } });
  expect((await desk.page(page.ticket.id)).messages).toHaveLength(1);
});

it('can be taken back in the seconds before it goes', async () => {
  const { post, page } = await asked('when does the shop open');
  const queued = await desk.reply(page, desk.draft(page, 'At nine, I think.', { undoSeconds: 30 }));
  expect(queued.body).toMatchObject({ state: 'queued', sendsAt: expect.any(String) });
  // What is written after it, and goes at once, does not wait for it.
  const next = await desk.reply(page, desk.draft(page, 'At ten.'));
  await desk.messageOnce(page.ticket.id, next.body.id, becomes('sent'));
  const back = await desk.relais.as(desk.admin).post(`/api/messages/${queued.body.id}/discard`);
  expect(back).toMatchObject({ status: 200, body: { state: 'discarded' } });
  expect(desk.answersTo(post.id)).toEqual([expect.stringContaining('At ten.')]);
});

it('goes when it was planned to, and is held back when the customer writes before', async () => {
  const { post, page } = await asked('is the outage over');
  const soon = new Date(desk.relais.running.core.clock.now().getTime() + 1500).toISOString();
  const planned = await desk.reply(page, desk.draft(page, 'It is.', { sendAt: soon }));
  await desk.messageOnce(page.ticket.id, planned.body.id, becomes('sent'));
  expect(desk.answersTo(post.id)).toHaveLength(1);

  const later = new Date(desk.relais.running.core.clock.now().getTime() + 86_400_000).toISOString();
  const fresh = await desk.page(page.ticket.id);
  const tomorrow = await desk.reply(fresh, desk.draft(fresh, 'Still fine?', { sendAt: later, unlessAnswered: true }));
  desk.server.customerPosts({ handle: 'lea@remote.example', text: '@northline down again', inReplyTo: post.id });
  const held = await desk.messageOnce(page.ticket.id, tomorrow.body.id, becomes('failed'));
  expect(held).toMatchObject({ failure: { kind: 'customer-wrote' }, text: 'Still fine?' });

  const never = new Date(desk.relais.running.core.clock.now().getTime() + 32 * 86_400_000).toISOString();
  const refused = await desk.reply(fresh, desk.draft(fresh, 'Much later.', { sendAt: never, anyway: true }));
  expect(refused).toMatchObject({ status: 422, body: { code: 'reply.too-late' } });
});
