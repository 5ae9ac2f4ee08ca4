import { givenCounter, type Counter } from '../support/counter.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const codes = ({ history }: { history: { code: string }[] }) => history.map(({ code }) => code);

it('waits for colleagues while the customer’s clock runs on, and is taken up again', async () => {
  const { ticket } = await desk.writes('wait', { text: 'My router blinks red' });
  const waiting = await desk.post(`tickets/${ticket.id}/wait`, { for: 'internal' });
  expect(waiting).toMatchObject({
    status: 200,
    body: { state: 'waiting_internal', waitingFor: 'internal', dueAt: ticket.dueAt },
  });
  const resumed = await desk.post(`tickets/${ticket.id}/resume`);
  expect(resumed).toMatchObject({ status: 200, body: { state: 'open', waitingFor: null } });
  expect(await desk.post(`tickets/${ticket.id}/resume`)).toMatchObject({ body: { code: 'ticket.transition' } });
  expect(codes(await desk.page(ticket.id))).toEqual(expect.arrayContaining(['waiting-internal', 'resumed']));
});

it('comes back by itself when its time has come, once', async () => {
  const { ticket } = await desk.writes('sleepy', { text: 'Please call me later' });
  const snoozed = await desk.post(`tickets/${ticket.id}/snooze`, { until: inMs(300) });
  expect(snoozed).toMatchObject({ status: 200, body: { state: 'snoozed', snoozedUntil: expect.any(String) } });
  const woken = await desk.pageOnce(ticket.id, (page) => {
    expect(page.ticket).toMatchObject({ state: 'open', snoozedUntil: null });
  });
  expect(codes(woken).filter((code) => code === 'woken')).toHaveLength(1);
});

it('comes back when the customer writes, unless it was put off in spite of them', async () => {
  for (const wakeOnCustomer of [true, false]) {
    const author = `again-${String(wakeOnCustomer)}`;
    const { ticket } = await desk.writes(author, { text: `First of ${author}` });
    await desk.post(`tickets/${ticket.id}/snooze`, { until: inMs(600_000), wakeOnCustomer });
    const page = await desk.writes(author, { text: `Second of ${author}` });
    expect(page.ticket).toMatchObject({ state: wakeOnCustomer ? 'open' : 'snoozed', unanswered: 2 });
  }
});

it('is not put off beyond what the customer was promised, unless a lead says so', async () => {
  const { ticket } = await desk.writes('late', { text: 'No invoice again' });
  const ana = await desk.relais.agent('adviser');
  const path = `tickets/${ticket.id}/snooze`;
  const until = inMs(30 * 86_400_000);
  await desk.post(`tickets/${ticket.id}/transfer`, { lane: 'care', note: 'x' });
  const refused = await desk.post(path, { until }, ana);
  expect(refused).toMatchObject({ status: 409, body: { code: 'snooze.beyond-target' } });
  expect(await desk.post(path, { until, confirm: true }, ana)).toMatchObject({ body: { code: 'not-allowed' } });
  expect(await desk.post(path, { until: inMs(-1000) })).toMatchObject({ body: { code: 'snooze.past' } });
  const confirmed = await desk.post(path, { until, confirm: true });
  expect(confirmed).toMatchObject({ status: 200, body: { state: 'snoozed' } });
  expect(confirmed.body.dueAt).not.toBeNull();
  const back = await desk.post(`tickets/${ticket.id}/unsnooze`);
  expect(back).toMatchObject({ status: 200, body: { state: 'open', snoozedUntil: null } });
});

it('keeps who changed topic and priority, and answers a stale act with the ticket as it is now', async () => {
  const { ticket } = await desk.writes('class', { text: 'Something else entirely' });
  const { version } = (await desk.page(ticket.id)).ticket;
  const changed = await desk.post(`tickets/${ticket.id}/classify`, { topic: 'press_influencer', priority: 1, version });
  expect(changed).toMatchObject({ status: 200, body: { topic: 'press_influencer', priority: 1 } });
  const stale = await desk.post(`tickets/${ticket.id}/close`, { outcome: 'resolved', version });
  expect(stale).toMatchObject({
    status: 409,
    body: { code: 'ticket.stale-version', details: { ticket: { id: ticket.id, priority: 1 } } },
  });
  expect(stale.body.details.ticket.version).toBeGreaterThan(version);
  expect(await desk.post(`tickets/${ticket.id}/classify`, { topic: 'nothing' })).toMatchObject({ status: 404 });
  const by = await desk.relais.db.read((sql) =>
    sql.one('select t.topic_by, t.priority_by from ticket as t where t.id = $1', [ticket.id]),
  );
  expect(by).toEqual({ topic_by: desk.lead.id, priority_by: desk.lead.id });
});
