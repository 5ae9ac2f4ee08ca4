import { randomUUID } from 'node:crypto';
import { anyMessage, type Conversation } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import { atTheirScreens } from '../support/at-their-screens.js';
import { givenCounter, type Counter } from '../support/counter.js';
import type { Person } from '../support/relais.js';

jest.setTimeout(60_000);

let desk: Counter;
let ana: Person;
beforeAll(async () => {
  desk = await givenCounter();
  ana = await desk.relais.agent('adviser', { name: 'Ana' });
  const effects = { lane: null, teamId: null, priority: null, skills: [], tags: [], hold: false };
  const rule = (name: string, when: object, then: object) => ({
    ...{ id: newId(), name, enabled: true, mode: 'first-match', points: 0 },
    when: { ...anyMessage, ...when },
    then: { ...effects, ...then },
  });
  const rules = [rule('Important people', { vip: true }, { lane: 'community', priority: 1, tags: ['vip'] })];
  const saved = await desk.relais.as(desk.lead).call('PUT', '/api/routing/rules', { revision: 0, rules });
  expect(saved.status).toBe(200);
});
afterAll(() => desk.stop());

const arrives = () => desk.writes(randomUUID(), { text: `ma facture est fausse ${randomUUID()}` });
const becomes = async (page: Conversation, topic: string): Promise<Conversation> => {
  expect(await desk.post(`tickets/${page.ticket.id}/classify`, { topic })).toMatchObject({ status: 200 });
  return desk.page(page.ticket.id);
};
const vip = (page: Conversation, is: boolean) =>
  desk.relais.as(desk.lead).patch(`/api/persons/${page.ticket.person.id}`, { vip: is });
const codes = ({ history }: Conversation) => history.map(({ code }) => code);

it('follows a corrected topic, by rule or by the topic alone, and says so', async () => {
  const page = await arrives();
  expect(page.ticket).toMatchObject({ lane: 'care', topic: 'billing' });
  const press = await becomes(page, 'press_influencer');
  expect(press).toMatchObject({ ticket: { lane: 'community', priority: 2 }, why: { lane: { rule: 'topic' } } });
  expect(press.history.at(-1)).toMatchObject({
    code: 'rerouted',
    facts: { from: 'care', to: 'community', because: 'topic' },
  });
  const back = await becomes(page, 'billing');
  expect(back.ticket.lane).toBe('care');
});

it('follows what becomes known of the person, and not only for what arrives', async () => {
  const page = await arrives();
  expect((await vip(page, true)).status).toBe(200);
  const now = await desk.page(page.ticket.id);
  expect(now.ticket).toMatchObject({ lane: 'community', priority: 1 });
  expect(now.why.lane).toMatchObject({ rule: 'rule', tags: ['vip'], decidedBy: [{ name: 'Important people' }] });
  await vip(page, false);
  expect((await desk.page(page.ticket.id)).ticket.lane).toBe('care');
});

it('never moves what somebody sent somewhere, nor presses less than somebody said', async () => {
  const page = await arrives();
  await desk.post(`tickets/${page.ticket.id}/transfer`, { lane: 'expert', note: 'A question of networks' });
  await desk.post(`tickets/${page.ticket.id}/classify`, { priority: 4 });
  await vip(page, true);
  const now = await desk.page(page.ticket.id);
  expect(now.ticket).toMatchObject({ lane: 'expert', priority: 4 });
  expect(now.why.lane.rule).toBe('transferred');
  expect(codes(now)).not.toContain('rerouted');
});

it('leaves it in hands that took it, and takes it out of those that have not looked', async () => {
  const taken = await arrives();
  await desk.post(`tickets/${taken.ticket.id}/take`, {}, ana);
  await vip(taken, true);
  expect((await desk.page(taken.ticket.id)).ticket).toMatchObject({ lane: 'community', owner: { name: 'Ana' } });

  const given = await arrives();
  await atTheirScreens(desk.relais, [ana]);
  await desk.pageOnce(given.ticket.id, ({ ticket }) => {
    expect(ticket.owner?.name).toBe('Ana');
  });
  expect((await desk.page(given.ticket.id)).why.assignment?.how).toBe('routed');
  await vip(given, true);
  expect((await desk.page(given.ticket.id)).ticket).toMatchObject({ lane: 'community', owner: null });
});

it('keeps the promises to the customer as they began', async () => {
  const page = await arrives();
  const reply = (of: Conversation) => of.clocks.find(({ kind }) => kind === 'first_reply');
  const began = reply(page)?.startedAt;
  await vip(page, true);
  expect(reply(await desk.page(page.ticket.id))?.startedAt).toBe(began);
});
