import type { Conversation, PersonPage } from '../../src/contract/index.js';
import { givenCounter, type Counter } from '../support/counter.js';

jest.setTimeout(60_000);

let desk: Counter;
beforeAll(async () => {
  desk = await givenCounter();
});
afterAll(() => desk.stop());

/** Somebody who writes under a name and a handle, on the network itself or (told so in the tables) on another one. */
async function written(id: string, facts: { name: string; handle: string; network?: string }): Promise<Conversation> {
  const { name, handle, network } = facts;
  const page = await desk.writes(id, { text: `Hello from ${id}`, from: { id, name, handle } });
  if (network === undefined) return page;
  await desk.relais.db.everywhere((sql) =>
    sql.run('update identity set network = $1 where person_id = $2', [network, page.ticket.person.id]),
  );
  return page;
}
const person = async (id: string): Promise<PersonPage> =>
  (await desk.relais.as(desk.lead).get(`/api/persons/${id}`)).body;
const numbers = (page: Conversation) => page.earlier.map(({ number }) => number);

it('suggests who is who by handle and name, joins them, and undoes it exactly', async () => {
  const lea = await written('lea-1', { name: 'Léa Martin', handle: 'lea_martin' });
  const twin = await written('lea-2', {
    name: 'Léa Martin',
    handle: '@lea_martin@remote.example',
    network: 'elsewhere',
  });
  const tom = await written('tom-1', { name: 'Léa Martin', handle: 'tom', network: 'third' });
  const [a, b] = [lea.ticket.person.id, twin.ticket.person.id];
  const suggested = (await person(a)).suggestions;
  expect(suggested).toMatchObject([
    { personId: b, sameHandle: true, sameName: true, confidence: 'likely' },
    { personId: tom.ticket.person.id, sameHandle: false, confidence: 'suggested' },
  ]);
  const before = [await person(a), await person(b)];

  const joined = await desk.post(`persons/${a}/join`, { personId: b });
  expect(joined).toMatchObject({ status: 200, body: { identities: [{ joined: false }, { joined: true }] } });
  const both = await desk.page(twin.ticket.id);
  expect(both.ticket.person.id).toBe(a);
  expect(numbers(both)).toEqual([lea.ticket.number]);
  // What the other identity writes from now on is this person's.
  const from = { id: 'lea-1', name: 'Léa Martin', handle: 'lea_martin' };
  const again = await desk.writes('lea-1', { from, text: 'And again', thread: { key: 'other', space: 'private' } });
  expect(again.ticket.person.id).toBe(a);

  const [join] = joined.body.joins;
  expect(await desk.post(`person-joins/${join.id}/undo`)).toMatchObject({ status: 200 });
  expect([await person(a), await person(b)]).toEqual(before);
  const parted = await desk.page(twin.ticket.id);
  expect(parted.ticket.person).toEqual(twin.ticket.person);
  expect(parted.messages.map(({ author }) => author)).toEqual(twin.messages.map(({ author }) => author));
  expect(numbers(parted)).toEqual([]);
  expect(await desk.post(`person-joins/${join.id}/undo`)).toMatchObject({ status: 404 });

  const apart = await desk.post(`persons/${a}/apart`, { personId: b });
  expect(apart.body.suggestions.map(({ personId }: { personId: string }) => personId)).not.toContain(b);
});

it('undoes a chain of joins from its end only', async () => {
  const pages = [];
  for (const name of ['one', 'two', 'three']) pages.push(await written(name, { name, handle: `handle-${name}` }));
  const [a = '', b = '', c = ''] = pages.map(({ ticket }) => ticket.person.id);
  const first = await desk.post(`persons/${b}/join`, { personId: c });
  const second = await desk.post(`persons/${a}/join`, { personId: b });
  expect(await desk.post(`person-joins/${first.body.joins[0].id}/undo`)).toMatchObject({ status: 404 });
  await desk.post(`person-joins/${second.body.joins[0].id}/undo`);
  expect(await desk.post(`person-joins/${first.body.joins[0].id}/undo`)).toMatchObject({ status: 200 });
  for (const page of pages) {
    expect((await desk.page(page.ticket.id)).ticket.person).toEqual(page.ticket.person);
  }
  expect(await desk.post(`persons/${a}/join`, { personId: a })).toMatchObject({ body: { code: 'person.join' } });
});

it('marks somebody as a VIP wherever they wrote, for those who see one of their tickets', async () => {
  const { ticket } = await desk.writes('vip', { text: 'I am known' });
  await desk.post(`tickets/${ticket.id}/transfer`, { lane: 'care', note: 'x' });
  const expert = await desk.relais.agent('expert');
  const ana = await desk.relais.agent('adviser');
  const path = `/api/persons/${ticket.person.id}`;
  expect((await desk.relais.as(expert).get(path)).status).toBe(404);
  expect(await desk.relais.as(ana).patch(path, { vip: true })).toMatchObject({ status: 200, body: { vip: true } });
  expect((await desk.page(ticket.id)).ticket.person.vip).toBe(true);
  const by = await desk.relais.db.read((sql) =>
    sql.one('select p.vip_by from person as p where p.id = $1', [ticket.person.id]),
  );
  expect(by).toEqual({ vip_by: ana.id });
});
