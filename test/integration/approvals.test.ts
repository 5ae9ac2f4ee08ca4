import { randomUUID } from 'node:crypto';
import type { Conversation, MessageView } from '../../src/contract/index.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { approvalRule, givenApprovals } from '../support/given-approvals.js';
import type { Answer, Person } from '../support/relais.js';

jest.setTimeout(90_000);

let desk: Counter;
let ana: Person;
let ben: Person;
let zoe: Person;
beforeAll(async () => {
  desk = await givenCounter();
  ana = await desk.relais.agent('adviser', { name: 'Ana' });
  ben = await desk.relais.agent('adviser', { name: 'Ben' });
  zoe = await desk.relais.agent('adviser', { name: 'Zoe' });
  await desk.relais.as(desk.admin).call('PATCH', `/api/agents/${ana.id}`, { inTraining: true });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.network.sent.length = 0;
  await givenApprovals(desk.relais, desk.lead, { when: { inTraining: true }, approvers: { agentIds: [ben.id] } });
});

const said = () => desk.network.sent.map(({ text }) => text);
const approve = (message: MessageView, by: Person, more: object = {}) =>
  desk.post(`approvals/${message.id}/approve`, { version: message.version, ...more }, by);
const act = (name: string, message: MessageView, by: Person, more: object = {}) =>
  desk.post(`approvals/${message.id}/${name}`, { version: message.version, ...more }, by);

async function customer(text: string, author: string = randomUUID()): Promise<Conversation> {
  const page = await desk.writes(author, { text });
  await desk.post(`tickets/${page.ticket.id}/transfer`, { lane: 'care', note: 'x' });
  return desk.page(page.ticket.id);
}

function answer(page: Conversation, text: string, by: Person, more: object = {}): Promise<Answer> {
  const [thread] = page.threads;
  const [way] = thread?.ways ?? [];
  const { accountId, space } = way ?? {};
  const reply = {
    clientId: randomUUID(),
    threadId: thread?.id,
    space,
    accountId,
    text,
    fileIds: [],
    seenMessageId: null,
  };
  return desk.post(`tickets/${page.ticket.id}/replies`, { ...reply, anyway: true, ...more }, by);
}

async function submitted(
  text: string,
  by = ana,
  more: object = {},
): Promise<{ page: Conversation; message: MessageView }> {
  const page = await customer(`Question about ${text}`);
  const { body } = await answer(page, text, by, more);
  expect(body).toMatchObject({ state: 'approval' });
  return { page, message: body };
}

const messageOf = async (page: Conversation, id: string): Promise<MessageView> => {
  const found = (await desk.page(page.ticket.id)).messages.find((one) => one.id === id);
  if (!found) throw new Error('the reply is gone');
  return found;
};

it('says beforehand who must approve and why, and only to those who need it', async () => {
  const { ticket } = await customer('Beforehand');
  const ask = (by: Person) =>
    desk.relais.as(by).get(`/api/tickets/${ticket.id}/needed-approval?network=pigeon&space=public`);
  expect((await ask(ana)).body).toEqual({
    needed: {
      ...{ rule: 'Newcomers', because: ['in-training'], needed: 1 },
      approvers: [{ id: ben.id, name: 'Ben' }],
    },
  });
  expect((await ask(zoe)).body).toEqual({ needed: null });
});

it('sends nothing before it is approved, then what the approver made of it, once', async () => {
  const { page, message } = await submitted('Helo there');
  expect(message.approval).toMatchObject({
    state: 'pending',
    approvers: [{ name: 'Ben' }],
    submittedText: 'Helo there',
  });
  expect((await desk.page(page.ticket.id)).ticket).toMatchObject({ approval: 'waiting', approverIds: [ben.id] });
  expect((await desk.relais.as(ben).get('/api/queues')).body['to-approve']).toBe(1);
  expect(await approve(message, ana)).toMatchObject({ status: 403, body: { details: { because: 'own' } } });
  expect(await approve(message, zoe)).toMatchObject({ status: 403, body: { details: { because: 'not-approver' } } });
  expect(await approve(message, ben, { text: '' })).toMatchObject({ body: { code: 'reply.empty' } });

  const approved = await approve(message, ben, { text: 'Hello there' });
  expect(approved).toMatchObject({ status: 200, body: { state: 'queued', text: 'Hello there' } });
  const after = await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
  expect(after.messages.find(({ id }) => id === message.id)).toMatchObject({
    author: { name: 'Ana' },
    approval: { state: 'approved', submittedText: 'Helo there', decidedBy: { name: 'Ben' } },
  });
  expect(after.ticket).toMatchObject({ approval: null, approverIds: [], state: 'waiting_customer' });
  expect(said()).toEqual(['Hello there']);
  expect(after.clocks.filter(({ kind }) => kind === 'approval')).toMatchObject([{ state: 'met' }]);
});

it('lets one of two who approve at once through, and tells the other that it is done', async () => {
  await givenApprovals(desk.relais, desk.lead, { approvers: { agentIds: [ben.id, zoe.id] } });
  const { page, message } = await submitted('Race');
  const answers = await Promise.all([approve(message, ben), approve(message, zoe, { text: 'Raced' })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
  expect(said()).toHaveLength(1);
});

it('comes back with advice, is written anew and then goes', async () => {
  const { page, message } = await submitted('It is your own fault');
  expect((await act('decline', message, ben, { as: 'return', advice: ' ' })).status).toBe(422);
  const returned = await act('decline', message, ben, { as: 'return', advice: 'Be kind' });
  expect(returned.body).toMatchObject({ state: 'draft', approval: { state: 'returned', advice: 'Be kind' } });
  expect((await desk.page(page.ticket.id)).ticket).toMatchObject({ approval: 'returned', approverIds: [] });
  expect(await approve(returned.body, ben)).toMatchObject({ body: { code: 'approval.state' } });
  expect((await act('rework', returned.body, zoe, { text: 'x' })).status).toBe(403);
  const anew = await act('rework', returned.body, ana, { text: 'We are sorry' });
  expect(anew.body).toMatchObject({ state: 'approval', approval: { state: 'pending', submittedText: 'We are sorry' } });
  expect((await approve(anew.body, ben)).status).toBe(200);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
  expect(said()).toEqual(['We are sorry']);
});

it('is rejected for good, and withdrawn by its author alone', async () => {
  const { message } = await submitted('No');
  const { body } = await act('decline', message, ben, { as: 'reject', advice: 'Somebody answered by phone' });
  expect(body).toMatchObject({ state: 'draft', approval: { state: 'rejected' } });
  expect((await act('rework', body, ana, { text: 'No!' })).body).toMatchObject({ code: 'approval.state' });
  expect((await desk.post(`messages/${message.id}/discard`, {}, zoe)).status).toBe(403);
  expect((await desk.post(`messages/${message.id}/discard`, {}, ana)).status).toBe(200);
  expect(said()).toEqual([]);
});

it('waits again when the customer writes, until somebody has looked', async () => {
  const author = randomUUID();
  const page = await customer('First', author);
  const { body: message } = await answer(page, 'Answer', ana);
  await desk.writes(author, { text: `Second of ${author}` });
  expect((await approve(message, ben)).body).toMatchObject({ code: 'approval.stale' });
  const held = await messageOf(page, message.id);
  expect(held.approval?.heldSince).not.toBeNull();
  const seen = await desk.page(page.ticket.id);
  expect(seen.ticket.approval).toBe('held');
  expect(seen.clocks.find(({ kind }) => kind === 'approval')).toMatchObject({ pausedFor: 'newer_message' });
  expect((await approve(held, ben)).body).toMatchObject({ code: 'approval.held' });
  expect((await act('confirm', held, zoe)).status).toBe(403);
  const confirmed = await act('confirm', held, ana);
  expect(confirmed.body.approval.heldSince).toBeNull();
  expect((await approve(confirmed.body, ben)).status).toBe(200);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
});

it('needs two where the rule says so, and both for the same words', async () => {
  const rule = { needed: 2, approvers: { agentIds: [ben.id, zoe.id], roles: ['team_lead'] } } as const;
  await givenApprovals(desk.relais, desk.lead, rule);
  const { page, message } = await submitted('Two');
  const first = await approve(message, ben);
  expect(first.body).toMatchObject({ state: 'approval', approval: { approvedBy: [{ name: 'Ben' }] } });
  expect((await approve(first.body, ben)).body).toMatchObject({ details: { because: 'already' } });
  const changed = await approve(first.body, zoe, { text: 'Two, changed' });
  expect(changed.body).toMatchObject({ state: 'approval', approval: { approvedBy: [{ name: 'Zoe' }] } });
  expect((await approve(changed.body, ben)).body).toMatchObject({ state: 'queued' });
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
  expect(said()).toEqual(['Two, changed']);
});

it('closes what colleagues proposed when one proposal is picked, unless they are to be kept', async () => {
  await givenApprovals(desk.relais, desk.lead, { approvers: { roles: ['team_lead'] } });
  const page = await customer('Candidates');
  const [first, second, third] = await Promise.all([
    answer(page, 'By Ana', ana),
    answer(page, 'By Ben', ben),
    answer(page, 'By Zoe', zoe),
  ]);
  await approve(await messageOf(page, first.body.id), desk.lead, { keepOthers: true });
  expect(await messageOf(page, second.body.id)).toMatchObject({ state: 'approval' });
  await approve(await messageOf(page, second.body.id), desk.lead);
  const left = await messageOf(page, third.body.id);
  expect(left).toMatchObject({ state: 'draft', approval: { state: 'not_picked', decidedBy: { name: 'Lead' } } });
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.filter(({ state }) => state === 'sent')).toHaveLength(2);
  });
  expect(said()).toEqual(['By Ana', 'By Ben']);
});

it('is taken back by whoever approved it, before it went', async () => {
  const { page, message } = await submitted('Too soon');
  const approved = await approve(message, ben, { undoSeconds: 30 });
  expect(approved.body).toMatchObject({ state: 'queued', sendsAt: expect.any(String) });
  expect((await act('take-back', approved.body, ana)).status).toBe(403);
  const back = await act('take-back', approved.body, ben);
  expect(back.body).toMatchObject({ state: 'approval', approval: { state: 'pending', plannedAt: null } });
  expect((await desk.page(page.ticket.id)).clocks.filter(({ kind }) => kind === 'approval')).toMatchObject([
    { state: 'running' },
  ]);
  expect(said()).toEqual([]);
});

it('keeps the hour of a planned reply, and tells both when that passes unapproved', async () => {
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  const { page, message } = await submitted('Planned', ana, { sendAt });
  expect(message.approval?.plannedAt).toBe(sendAt);
  await desk.relais.db.everywhere((sql) =>
    sql.run(`update message set scheduled_at = now() - interval '1 second' where id = $1`, [message.id]),
  );
  const missed = await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.approval?.missed).toBe(true);
  });
  expect(missed.history.map(({ code }) => code)).toContain('approval-missed-time');
  expect(said()).toEqual([]);
  await approve(await messageOf(page, message.id), ben);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === message.id)?.state).toBe('sent');
  });
});

it('never sends the public line before its private part is approved and accepted', async () => {
  await givenApprovals(desk.relais, desk.lead, { when: { spaces: ['public'] }, approvers: { agentIds: [ben.id] } });
  const page = await customer('Paired');
  const [thread] = page.threads;
  const way = (space: string) => thread?.ways.find((one) => one.space === space)?.accountId;
  const paired = { clientId: randomUUID(), threadId: thread?.id, accountId: way('public'), text: 'We write to you.' };
  const { body: message } = await answer(page, 'Secret', ana, { space: 'private', accountId: way('private'), paired });
  expect(message).toMatchObject({ state: 'approval', approval: { because: ['space'], line: 'We write to you.' } });
  expect(said()).toEqual([]);
  expect((await approve(message, ben)).status).toBe(200);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.filter(({ state }) => state === 'sent')).toHaveLength(2);
  });
  expect(said()).toEqual(['Secret', 'We write to you.']);
});

it('comes to the leads when its time has run out, and is not sent', async () => {
  const { page, message } = await submitted('Forgotten');
  await desk.relais.db.everywhere(async (sql) => {
    const earlier = (column: string) => `${column} = ${column} - interval '1 day'`;
    await sql.run(`update approval set ${earlier('submitted_at')} where message_id = $1`, [message.id]);
    const clock = `update clock set ${earlier('started_at')}, ${earlier('due_at')}`;
    await sql.run(`${clock} where ticket_id = $1 and kind = 'approval'`, [page.ticket.id]);
  });
  const late = await desk.pageOnce(page.ticket.id, ({ ticket }) => {
    expect(ticket.approval).toBe('late');
    expect(ticket.approverIds).toContain(desk.lead.id);
  });
  expect(late.history.map(({ code }) => code)).toContain('approval-late');
  expect(said()).toEqual([]);
  expect((await approve(await messageOf(page, message.id), desk.lead)).status).toBe(200);
});

it('is approved by the stand-in while the approver is away', async () => {
  const { page, message } = await submitted('Away');
  const times = { from: new Date(Date.now() - 1000).toISOString(), until: new Date(Date.now() + 60_000).toISOString() };
  const absence = { ...times, reason: 'leave', openWork: 'stays', standInId: zoe.id };
  const saved = await desk.post('absences', { agentId: ben.id, ...absence });
  expect(saved.status).toBeLessThan(300);
  await desk.pageOnce(page.ticket.id, ({ ticket }) => {
    expect(ticket.approverIds).toEqual([zoe.id]);
  });
  expect((await approve(await messageOf(page, message.id), ben)).status).toBe(403);
  expect((await approve(await messageOf(page, message.id), zoe)).status).toBe(200);
  await desk.relais.as(desk.lead).call('DELETE', `/api/absences/${saved.body.id}`);
});

it('keeps the rules to leads, by revision, and tells what they would have asked for', async () => {
  const as = desk.relais.as(desk.lead);
  const { body } = await as.get('/api/approval-rules');
  const rules = [approvalRule({ when: { roles: ['adviser'] }, approvers: { roles: ['team_lead'] } })];
  expect((await as.call('PUT', '/api/approval-rules', { revision: body.revision - 1, rules })).body).toMatchObject({
    code: 'approval.rules-stale',
  });
  const nobody = [approvalRule({ approvers: {} })];
  expect((await as.call('PUT', '/api/approval-rules', { revision: body.revision, rules: nobody })).status).toBe(422);
  expect((await desk.relais.as(ana).call('PUT', '/api/approval-rules', { revision: 0, rules })).status).toBe(403);
  const page = await customer('Trial');
  await givenApprovals(desk.relais, desk.lead);
  const { body: reply } = await answer(page, 'Freely', ana);
  await desk.pageOnce(page.ticket.id, ({ messages }) => {
    expect(messages.find(({ id }) => id === reply.id)?.state).toBe('sent');
  });
  const tried = await as.post('/api/approval-rules/dry-run', { rules });
  expect(tried.body.needed).toBeGreaterThan(0);
  expect(tried.body.examples).toContainEqual(expect.objectContaining({ preview: 'Freely', author: 'Ana' }));
});

it('is gone from everybody’s list with a closed ticket', async () => {
  const { page } = await submitted('Closed');
  await desk.post(`tickets/${page.ticket.id}/close`, { outcome: 'resolved' });
  expect((await desk.page(page.ticket.id)).ticket).toMatchObject({ approval: null, approverIds: [] });
});
