import type { Conversation } from '../../src/contract/index.js';
import { givenCounter, place, type Counter } from '../support/counter.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());

/** Everything of a page that an undo must bring back: all but versions, and the lines that tell of what was done. */
function substance({ ticket, ...page }: Conversation) {
  const { version: _version, ...row } = ticket;
  const unversioned = <T extends { version: number }>(list: readonly T[]) =>
    list.map(({ version: _, ...one }) => ({ ...one }));
  const { why, notes, links, messages, threads } = page;
  // The ledger is only ever added to: it tells of the detour.
  const clocks = page.clocks.map(({ ledger: _ledger, ...clock }) => clock);
  return { row, why, clocks, notes, links, messages: unversioned(messages), threads: unversioned(threads) };
}

/** One customer who wrote in two places: in public, where they were answered and wrote again, and in private. */
async function twoTickets(author: string) {
  const started = await desk.writes(author, { text: `${author}: no signal`, thread: place('public', author) });
  const at = new Date(Date.now() - 600_000);
  const second = await desk.writes(author, {
    text: `${author}: still none`,
    thread: place('private', author),
    messageKind: 'direct',
    sentAt: at,
  });
  expect(second.ticket.id).not.toBe(started.ticket.id);
  // Answered after the private question came: the answer is to the public one only.
  await desk.replies(started, 'Since when?');
  await desk.writes(author, { text: `${author}: since Monday`, thread: place('public', author) });
  await desk.post(`tickets/${second.ticket.id}/notes`, { clientId: crypto.randomUUID(), text: 'Called back.' });
  await desk.post(`tickets/${second.ticket.id}/take`);
  return { first: await desk.page(started.ticket.id), second: await desk.page(second.ticket.id) };
}

it('merges two tickets, keeps the earliest open question, and undoes it exactly', async () => {
  const { first, second } = await twoTickets('eva');
  const merged = await desk.post(`tickets/${second.ticket.id}/merge`, { into: first.ticket.id });
  expect(merged).toMatchObject({ status: 200, body: { id: first.ticket.id, state: 'open', unanswered: 2 } });
  expect(merged.body.waitingSince).toBe(second.ticket.waitingSince);

  const survivor = await desk.page(first.ticket.id);
  expect(survivor.messages).toHaveLength(first.messages.length + second.messages.length);
  expect(survivor.threads).toHaveLength(2);
  expect(survivor.notes).toHaveLength(1);
  expect(survivor.links).toMatchObject([{ kind: 'merged-from', ticketId: second.ticket.id, by: { name: 'Lead' } }]);
  const origins = survivor.clocks.filter(({ originId }) => originId === second.ticket.id);
  expect(origins).toHaveLength(second.clocks.length);
  const gone = await desk.page(second.ticket.id);
  expect(gone).toMatchObject({
    ticket: { state: 'closed', outcome: 'duplicate', unanswered: 0 },
    messages: [],
    threads: [],
    links: [{ kind: 'merged-into', number: first.ticket.number }],
  });
  expect(await desk.post(`tickets/${second.ticket.id}/reopen`)).toMatchObject({ body: { code: 'regroup.refused' } });

  const undone = await desk.post(`tickets/${second.ticket.id}/undo-merge`);
  expect(undone).toMatchObject({ status: 200, body: { id: second.ticket.id } });
  expect(substance(await desk.page(first.ticket.id))).toEqual(substance(first));
  expect(substance(await desk.page(second.ticket.id))).toEqual(substance(second));
  expect(await desk.post(`tickets/${second.ticket.id}/undo-merge`)).toMatchObject({
    body: { details: { because: 'nothing' } },
  });
});

it('gives what was written since to the ticket whose thread it stands in', async () => {
  const { first, second } = await twoTickets('fay');
  await desk.post(`tickets/${second.ticket.id}/merge`, { into: first.ticket.id });
  const joined = await desk.writes('fay', {
    text: 'fay: hello again',
    thread: place('private', 'fay'),
    messageKind: 'direct',
  });
  expect(joined.ticket.id).toBe(first.ticket.id);
  await desk.post(`tickets/${second.ticket.id}/undo-merge`);
  const [one, other] = [await desk.page(first.ticket.id), await desk.page(second.ticket.id)];
  expect(one.messages).toHaveLength(first.messages.length);
  expect(other.messages.map(({ text }) => text)).toEqual(['fay: still none', 'fay: hello again']);
  expect(other.ticket).toMatchObject({ state: 'open', unanswered: 2, waitingSince: second.ticket.waitingSince });
});

it('never closes both when two people merge two tickets into each other', async () => {
  const { first, second } = await twoTickets('gil');
  const [a, b] = [first.ticket.id, second.ticket.id];
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all([
      desk.post(`tickets/${a}/merge`, { into: b }),
      desk.post(`tickets/${b}/merge`, { into: a }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const pages = [await desk.page(a), await desk.page(b)];
    expect(pages.filter(({ ticket }) => ticket.state === 'closed')).toHaveLength(1);
    const loser = pages.find(({ ticket }) => ticket.state === 'closed');
    expect(await desk.post(`tickets/${loser?.ticket.id ?? ''}/undo-merge`)).toMatchObject({ status: 200 });
  }
  expect(substance(await desk.page(a))).toEqual(substance(first));
  expect(substance(await desk.page(b))).toEqual(substance(second));
});

it('undoes a chain from its end only, and nothing after 30 days', async () => {
  const { first, second } = await twoTickets('hal');
  const third = await desk.writes('ida', { text: 'ida: same here' });
  await desk.post(`tickets/${second.ticket.id}/merge`, { into: first.ticket.id });
  await desk.post(`tickets/${first.ticket.id}/merge`, { into: third.ticket.id });
  expect(await desk.post(`tickets/${second.ticket.id}/undo-merge`)).toMatchObject({
    body: { details: { because: 'moved-on' } },
  });
  expect(await desk.post(`tickets/${first.ticket.id}/undo-merge`)).toMatchObject({ status: 200 });
  await desk.relais.db.everywhere((sql) => sql.run(`update regrouping set at = at - interval '31 days'`));
  expect(await desk.post(`tickets/${second.ticket.id}/undo-merge`)).toMatchObject({
    body: { details: { because: 'too-late' } },
  });
});

it('splits a ticket at a message, and puts it together again exactly', async () => {
  const author = 'joe';
  const started = await desk.writes(author, { text: 'joe: box broken' });
  const page = await desk.writes(author, { text: 'joe: and my bill is wrong' });
  await desk.post(`tickets/${started.ticket.id}/take`);
  const before = await desk.page(started.ticket.id);
  const bill = page.messages.find(({ text }) => text.includes('bill'));
  const path = `tickets/${started.ticket.id}/split`;
  expect(await desk.post(path, { messageIds: before.messages.map(({ id }) => id) })).toMatchObject({
    body: { details: { because: 'everything' } },
  });
  const split = await desk.post(path, { messageIds: [bill?.id] });
  expect(split).toMatchObject({ status: 200, body: { state: 'open', unanswered: 1, preview: bill?.text } });
  expect(split.body).toMatchObject({ owner: { id: desk.lead.id }, waitingSince: bill?.at, dueKind: 'first_reply' });
  const left = await desk.page(started.ticket.id);
  expect(left.messages.map(({ text }) => text)).toEqual(['joe: box broken']);
  expect(left.links).toMatchObject([{ kind: 'split-into', ticketId: split.body.id }]);

  const undone = await desk.post(`tickets/${split.body.id}/undo-split`);
  expect(undone).toMatchObject({ status: 200, body: { id: started.ticket.id } });
  expect(substance(await desk.page(started.ticket.id))).toEqual(substance(before));
  expect(await desk.page(split.body.id)).toMatchObject({ ticket: { state: 'closed' }, messages: [], threads: [] });
});
