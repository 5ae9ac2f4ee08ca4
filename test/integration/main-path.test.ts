import { givenDesk, type Desk } from '../support/mastodon-desk.js';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await givenDesk();
});
afterAll(() => desk.stop());

const isSent = (message: { state: string }) => {
  expect(message.state).toBe('sent');
};

it('brings a customer’s post to the queue, and the answer back to the customer once', async () => {
  const post = desk.server.customerPosts({ handle: 'lea@remote.example', text: '@northline ma fibre est en panne' });
  const page = await desk.ticketSaying('ma fibre est en panne');
  expect(page.ticket).toMatchObject({ lane: 'care', language: 'fr', unanswered: 1, dueKind: 'first_reply' });

  const body = desk.draft(page, 'Bonjour, nous regardons cela tout de suite.');
  const first = await desk.reply(page, body);
  expect(first).toMatchObject({ status: 200, body: { state: 'queued' } });
  expect((await desk.reply(page, body)).body.id).toBe(first.body.id);
  expect(await desk.reply(page, { ...body, text: 'Autre chose.' })).toMatchObject({
    body: { code: 'reply.other-body' },
  });

  await desk.messageOnce(page.ticket.id, first.body.id, isSent);
  expect(desk.answersTo(post.id)).toHaveLength(1);
  const { ticket, clocks } = await desk.page(page.ticket.id);
  expect(ticket).toMatchObject({ state: 'waiting_customer', unanswered: 0, dueAt: null });
  expect(clocks).toMatchObject([{ kind: 'first_reply', state: 'met' }]);
});

it('goes on in the same ticket when the customer writes again, and asks to read before sending over it', async () => {
  const post = desk.server.customerPosts({ handle: 'tom@remote.example', text: '@northline my bill is wrong' });
  const seen = await desk.ticketSaying('my bill is wrong');
  desk.server.customerPosts({ handle: 'tom@remote.example', text: '@northline it says 99 euros', inReplyTo: post.id });
  const newer = await desk.pageOnce(seen.ticket.id, ({ messages }) => {
    expect(messages).toHaveLength(2);
  });
  expect(newer.ticket.unanswered).toBe(2);

  const stale = await desk.reply(seen, desk.draft(seen, 'Which bill?'));
  expect(stale).toMatchObject({ status: 409, body: { code: 'ticket.stale', details: { newer: 1 } } });
  expect((await desk.reply(seen, desk.draft(seen, 'Which bill?', { anyway: true }))).status).toBe(200);
});

it('shows an edit, keeps what was deleted off the screen, and never reopens for a thanks', async () => {
  const post = desk.server.customerPosts({ handle: 'mia@remote.example', text: '@northline box resets each night' });
  const page = await desk.ticketSaying('box resets each night');
  await desk.replied(page, 'We send you a new one.', isSent);
  const { id } = page.ticket;
  await desk.relais.as(desk.admin).post(`/api/tickets/${id}/close`, { outcome: 'resolved' });

  desk.server.customerPosts({ handle: 'mia@remote.example', text: '@northline merci beaucoup', inReplyTo: post.id });
  const thanked = await desk.pageOnce(id, ({ messages }) => {
    expect(messages.at(-1)?.text).toContain('merci beaucoup');
  });
  expect(thanked.ticket.state).toBe('closed');

  const more = desk.server.customerPosts({
    handle: 'mia@remote.example',
    text: '@northline it still resets',
    inReplyTo: post.id,
  });
  await desk.pageOnce(id, ({ ticket }) => {
    expect(ticket).toMatchObject({ state: 'open', outcome: null, unanswered: 1 });
  });
  desk.server.customerEdits(more.id, '@northline it still resets at 3 am', true);
  await desk.pageOnce(id, ({ messages }) => {
    expect(messages.at(-1)).toMatchObject({ text: expect.stringContaining('at 3 am'), editedAt: expect.any(String) });
  });
  desk.server.customerDeletes(more.id);
  await desk.pageOnce(id, ({ messages, ticket }) => {
    expect(messages.at(-1)).toMatchObject({ text: '', deletedAt: expect.any(String) });
    expect(ticket.unanswered).toBe(0);
  });
});

it('answers in private from a public post, in the same ticket', async () => {
  const post = desk.server.customerPosts({
    handle: 'zoe@remote.example',
    text: '@northline my contract number is wrong',
  });
  const page = await desk.ticketSaying('my contract number is wrong');
  const way = page.threads[0]?.ways.find(({ space }) => space === 'private');
  expect(way).toMatchObject({ open: true, fromPublic: true });
  const body = desk.draft(page, 'Could you tell us here?', { space: 'private', accountId: way?.accountId });
  const answer = await desk.reply(page, body);
  await desk.messageOnce(page.ticket.id, answer.body.id, isSent);
  const [said] = desk.server.published().filter(({ inReplyTo }) => inReplyTo === post.id);
  expect(said?.visibility).toBe('direct');

  desk.server.customerPosts({
    handle: 'zoe@remote.example',
    text: '@northline it is 4711',
    inReplyTo: said?.id ?? '',
    visibility: 'direct',
  });
  const both = await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.at(-1)).toMatchObject({ text: expect.stringContaining('4711'), space: 'private' });
  });
  expect(both.threads.map(({ space }) => space).toSorted()).toEqual(['private', 'public']);
});
