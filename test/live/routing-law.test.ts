import { randomUUID } from 'node:crypto';
import { RequeueLeft } from '../../src/actions/routing/requeue-left.js';
import type { Conversation } from '../../src/contract/index.js';
import { anyMessage } from '../../src/domain/routing/any-message.js';
import { eventually } from '../support/eventually.js';
import { givenCounter, type Counter } from '../support/counter.js';
import { LiveScreens } from '../support/live-screens.js';
import type { Person } from '../support/relais.js';

jest.setTimeout(60_000);

let desk: Counter;
let ana: Person;
let screens: LiveScreens[] = [];
beforeAll(async () => {
  desk = await givenCounter();
  // Busy: given nothing unasked, free to ask.
  ana = await desk.relais.agent('adviser', { name: 'Ana' });
  await desk.relais.as(ana).patch('/api/me', { availability: 'busy' });
  const people = [desk.lead, ana];
  screens = await Promise.all(people.map((person) => LiveScreens.open(desk.relais, person, () => new Date())));
});
afterAll(async () => {
  for (const { console } of screens) console.leave();
  await desk.stop();
});

async function lawHolds(): Promise<void> {
  for (const screen of screens) {
    await eventually(
      async () => {
        await screen.timeHasPassed();
        return { fresh: await screen.fresh(), followed: screen.followed() };
      },
      ({ fresh, followed }) => {
        expect(followed).toEqual(fresh);
      },
    );
  }
}

async function opened(text: string): Promise<Conversation> {
  const page = await desk.writes(randomUUID(), { text });
  for (const screen of screens) await screen.openConversation(page.ticket.id);
  await lawHolds();
  return page;
}

it('shows every screen what a rule made of a ticket, and who asked for it', async () => {
  const then = { lane: 'care', teamId: null, priority: 2, skills: [], tags: ['fibre'], hold: false };
  const text = { any: ['fibre'], all: [], none: [], near: [] };
  const rule = { id: randomUUID(), name: 'Fibre', enabled: true, mode: 'first-match', points: 0 };
  const rules = [{ ...rule, when: { ...anyMessage, text }, then }];
  const saved = await desk.relais.as(desk.lead).call('PUT', '/api/routing/rules', { revision: 0, rules });
  expect(saved.status).toBe(200);

  const page = await opened('la fibre est coupée');
  expect(page.why.lane).toMatchObject({ rule: 'rule', tags: ['fibre'] });
  const next = await desk.post('tickets/next', {}, ana);
  expect(next).toMatchObject({ status: 200, body: { id: page.ticket.id, owner: { name: 'Ana' } } });
  await lawHolds();
});

it('shows every screen that nobody could be given a ticket in time', async () => {
  const { ticket } = await opened('ma facture est fausse');
  await desk.relais.db.everywhere((sql) =>
    sql.run(
      `insert into clock (workspace_id, id, ticket_id, kind, state, started_at, due_at)
       values ($1, $2, $3, 'assignment', 'running', now() - interval '2 hours', now() - interval '1 hour')`,
      [desk.relais.running.workspaceId, randomUUID(), ticket.id],
    ),
  );
  await desk.pageOnce(ticket.id, ({ why, history }) => {
    expect(why.lane.trayAt).not.toBeNull();
    expect(history.map(({ code }) => code)).toContain('tray');
  });
  await lawHolds();
});

it('shows every screen that somebody is away and who has their tickets now', async () => {
  const { ticket } = await opened('la 5G ne passe plus');
  const zoe = await desk.relais.agent('adviser', { name: 'Zoe' });
  await desk.post(`tickets/${ticket.id}/assign`, { agentId: zoe.id });
  const hour = 3_600_000;
  const [from, until] = [new Date(Date.now() - hour).toISOString(), new Date(Date.now() + hour).toISOString()];
  const absence = { agentId: zoe.id, from, until, reason: 'sick', standInId: ana.id, openWork: 'moves' };
  expect(await desk.post('absences', absence)).toMatchObject({ status: 200 });
  await desk.pageOnce(ticket.id, (page) => {
    expect(page.ticket.owner?.name).toBe('Ana');
  });
  await lawHolds();
});

it('shows every screen what a topic that somebody corrected made of a ticket', async () => {
  const { ticket } = await opened('ma facture est illisible');
  await desk.post(`tickets/${ticket.id}/classify`, { topic: 'press_influencer' });
  expect((await desk.page(ticket.id)).history.map(({ code }) => code)).toContain('rerouted');
  await lawHolds();
});

it('shows every screen that somebody has gone, and what they had begun', async () => {
  const { ticket, threads } = await opened('ma facture est fausse encore');
  const eve = await desk.relais.agent('adviser', { name: 'Eve' });
  expect(await desk.post(`tickets/${ticket.id}/take`, {}, eve)).toMatchObject({ status: 200 });
  const draft = { id: randomUUID(), mode: 'public', base: 0, text: 'I look', fileIds: [], threadId: threads[0]?.id };
  await desk.relais.as(eve).call('PUT', `/api/tickets/${ticket.id}/drafts`, draft);
  await desk.relais.db.everywhere(async (sql) => {
    await sql.run(`update agent set last_seen_at = now() - interval '3 minutes' where id = $1`, [eve.id]);
    await sql.run(`update assignment set started_at = now() - interval '3 minutes' where agent_id = $1`, [eve.id]);
  });
  await desk.relais.running.app.get(RequeueLeft).run();
  const page = await desk.page(ticket.id);
  expect(page).toMatchObject({ ticket: { owner: null }, why: { lane: { held: true } }, drafts: [{ shared: true }] });
  await lawHolds();
});
