import { randomUUID } from 'node:crypto';
import type { BulkView, Conversation } from '../../src/contract/index.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { eventually } from '../support/eventually.js';
import type { Person } from '../support/relais.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());

async function tickets(count: number): Promise<Conversation[]> {
  const pages = [];
  for (let at = 0; at < count; at += 1) {
    const author = randomUUID();
    pages.push(await desk.writes(author, { text: `Nothing works for ${author}` }));
  }
  return pages;
}
const idsOf = (pages: readonly Conversation[]) => pages.map(({ ticket }) => ticket.id);

async function over(id: string, state: string, by: Person = desk.lead): Promise<BulkView> {
  const { body } = await eventually(
    () => desk.relais.as(by).get(`/api/bulk/${id}`),
    (answer) => {
      expect(answer.body.state).toBe(state);
    },
  );
  return body;
}
const facts = async (ids: readonly string[]) => {
  const pages = await Promise.all(ids.map((id) => desk.page(id)));
  return pages.map(({ ticket: { state, outcome, owner, priority, lane, unanswered, dueAt } }) => ({
    ...{ state, outcome, owner, priority, lane, unanswered, dueAt },
  }));
};

it('says what will change and why the rest will not, does that, and takes it back', async () => {
  const pages = await tickets(3);
  const ids = idsOf(pages);
  await desk.post(`tickets/${ids[0] ?? ''}/close`, { outcome: 'spam' });
  const unknown = randomUUID();
  const ask = { act: 'close', outcome: 'no_reply_needed', ids: [...ids, unknown] };
  const before = await facts(ids);
  expect(await desk.post('tickets/bulk/preview', ask)).toMatchObject({
    status: 200,
    body: {
      total: 4,
      will: 2,
      skipped: [
        { because: 'closed', count: 1 },
        { because: 'not-found', count: 1 },
      ],
    },
  });
  const body = { ...ask, clientId: randomUUID() };
  const started = await desk.post('tickets/bulk', body);
  expect(started).toMatchObject({ status: 200, body: { act: 'close', total: 3 } });
  expect((await desk.post('tickets/bulk', body)).body.id).toBe(started.body.id);
  const done = await over(started.body.id, 'done');
  expect(done).toMatchObject({ done: 2, left: [{ ticketId: ids[0], because: 'closed' }] });
  expect((await facts(ids)).map(({ outcome }) => outcome)).toEqual(['spam', 'no_reply_needed', 'no_reply_needed']);

  // One of them goes on meanwhile: nobody's decision is undone behind their back.
  await desk.post(`tickets/${ids[2] ?? ''}/reopen`);
  expect(await desk.post(`bulk/${started.body.id}/undo`)).toMatchObject({ status: 200 });
  const undone = await over(started.body.id, 'undone');
  expect(undone).toMatchObject({
    undone: 1,
    left: expect.arrayContaining([expect.objectContaining({ ticketId: ids[2], because: 'changed' })]),
  });
  const after = await facts(ids);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after[2]).toMatchObject({ state: 'open', owner: { id: desk.lead.id } });
});

it('works upon a whole list, with the rights of whoever asked, and is nobody else’s to undo', async () => {
  const ids = idsOf(await tickets(2));
  for (const id of ids) await desk.post(`tickets/${id}/transfer`, { lane: 'expert', note: 'x' });
  const list = { view: 'expert' };
  const cm = await desk.relais.agent('community_manager');
  const start = { act: 'priority', priority: 1, list, clientId: randomUUID() };
  const started = await desk.post('tickets/bulk', start, cm);
  expect((await over(started.body.id, 'done', cm)).done).toBe(2);
  expect((await facts(ids)).map(({ priority }) => priority)).toEqual([1, 1]);
  expect((await desk.post(`bulk/${started.body.id}/undo`)).status).toBe(404);

  const ana = await desk.relais.agent('adviser');
  expect(await desk.post('tickets/bulk/preview', { act: 'take', list }, ana)).toMatchObject({ body: { total: 0 } });
  expect(await desk.post('tickets/bulk/preview', { act: 'take', ids }, ana)).toMatchObject({
    body: { will: 0, skipped: [{ because: 'not-found', count: 2 }] },
  });
  const assign = { act: 'assign', agentId: cm.id, ids, clientId: randomUUID() };
  const refused = await desk.post('tickets/bulk', assign, ana);
  expect((await over(refused.body.id, 'done', ana)).skipped).toEqual([{ because: 'not-allowed', count: 2 }]);
});

it('can be undone for a minute, whatever the act', async () => {
  const ids = idsOf(await tickets(2));
  const ben = await desk.relais.agent('adviser');
  const acts = [
    { act: 'assign', agentId: ben.id },
    { act: 'take' },
    { act: 'transfer', lane: 'community', note: 'Press' },
    { act: 'topic', topic: 'press_influencer' },
  ];
  for (const id of ids) await desk.post(`tickets/${id}/transfer`, { lane: 'care', note: 'x' });
  for (const act of acts) {
    const before = await facts(ids);
    const started = await desk.post('tickets/bulk', { ...act, ids, clientId: randomUUID() });
    expect((await over(started.body.id, 'done')).done).toBe(2);
    await desk.post(`bulk/${started.body.id}/undo`);
    expect((await over(started.body.id, 'undone')).undone).toBe(2);
    expect(await facts(ids)).toEqual(before);
  }
  const late = await desk.post('tickets/bulk', { act: 'take', ids, clientId: randomUUID() });
  await over(late.body.id, 'done');
  await desk.relais.db.everywhere((sql) => sql.run(`update bulk set undo_until = undo_until - interval '2 minutes'`));
  expect(await desk.post(`bulk/${late.body.id}/undo`)).toMatchObject({ status: 409, body: { code: 'bulk.undo' } });
  expect(await desk.post('tickets/bulk/preview', { act: 'assign', ids })).toMatchObject({ status: 400 });
});
