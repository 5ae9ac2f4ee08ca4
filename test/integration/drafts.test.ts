import type { DraftView } from '../../src/contract/index.js';
import { Clock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { givenTicket, type GivenTicket } from '../support/given-ticket.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

class HandClock extends Clock {
  private instant = new Date();
  now(): Date {
    return this.instant;
  }
  turn(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }
}

const clock = new HandClock();
let relais: TestRelais;
let [karim, ines, nadia, sofia]: Person[] = [];
let ticket: GivenTicket;

beforeAll(async () => {
  relais = await givenRelais({ clock, settings: { role: 'api' } });
  karim = await relais.agent('adviser', { name: 'Karim' });
  ines = await relais.agent('adviser', { name: 'Inès' });
  nadia = await relais.agent('team_lead', { name: 'Nadia' });
  sofia = await relais.agent('expert', { name: 'Sofia' });
});
beforeEach(async () => {
  ticket = await givenTicket(relais, 'care');
});
afterAll(() => relais.stop());

const as = (person: Person | undefined) => relais.as(person ?? { token: '' });

interface Written {
  id: string;
  base: number;
  text: string;
  mode?: string;
  line?: string;
  fileIds?: string[];
}

const save = (person: Person | undefined, { mode = 'public', fileIds = [], ...rest }: Written) =>
  as(person).call('PUT', `/api/tickets/${ticket.ticketId}/drafts`, { mode, fileIds, ...rest });

async function begun(person: Person | undefined, text: string, mode = 'public'): Promise<DraftView> {
  const answer = await save(person, { id: newId(), base: 0, text, mode });
  expect(answer).toMatchObject({ status: 200, body: { revision: 1, text, ended: null } });
  return answer.body;
}

const onPage = async (person: Person | undefined): Promise<DraftView[]> =>
  (await as(person).get(`/api/tickets/${ticket.ticketId}`)).body.drafts;
const mine = async (person: Person | undefined): Promise<DraftView[]> =>
  (await as(person).get('/api/drafts')).body.drafts;

function reply(draftId?: string) {
  const { threadId, accountId } = ticket;
  const body = { clientId: newId(), threadId, accountId, space: 'public', text: 'On it.', fileIds: [] };
  return { ...body, anyway: true, ...(draftId !== undefined && { draftId }) };
}

it('keeps what is written, revision by revision, wherever its writer looks', async () => {
  const draft = await begun(karim, 'Good');
  const next = await save(karim, {
    id: draft.id,
    base: 1,
    text: 'Bonjour, nous regardons votre ligne.',
    line: 'Hello',
  });
  expect(next.body).toMatchObject({ revision: 2, line: 'Hello', language: 'fr', author: { name: 'Karim' } });
  expect(await onPage(karim)).toEqual([next.body]);
  expect((await mine(karim)).map(({ id }) => id)).toContain(draft.id);
});

it('answers a repeated save as it did the first', async () => {
  const body = { id: newId(), base: 0, text: 'Hello' };
  const first = await save(karim, body);
  expect(await save(karim, body)).toMatchObject({ status: 200, body: first.body });
});

it('overwrites nothing that was not read: two screens of one person meet', async () => {
  const draft = await begun(karim, 'From the desk');
  const other = await save(karim, { id: draft.id, base: 1, text: 'From the desk, on' });
  const stale = await save(karim, { id: draft.id, base: 1, text: 'From the telephone' });
  expect(stale).toMatchObject({ status: 409, body: { code: 'draft.stale', details: { draft: other.body } } });
  const second = await save(karim, { id: newId(), base: 0, text: 'Begun on another one' });
  expect(second).toMatchObject({ status: 409, body: { details: { draft: { text: 'From the desk, on' } } } });
  // Another kind, and another writer, are other drafts.
  await begun(karim, 'Seen with the technician', 'note');
  await begun(ines, 'Good morning');
  expect(await save(karim, { id: draft.id, base: 2, text: 'From the telephone' })).toMatchObject({ status: 200 });
});

it('lets only one of two screens that begin at once begin', async () => {
  const answers = await Promise.all([1, 2, 3].map((n) => save(karim, { id: newId(), base: 0, text: `Screen ${n}` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

it('is its writer’s alone until it is shared, and never anybody’s who does not see the ticket', async () => {
  const draft = await begun(karim, 'Between us');
  expect(await onPage(ines)).toEqual([]);
  expect(await onPage(nadia)).toEqual([]);
  expect(await as(ines).post(`/api/drafts/${draft.id}/share`, { shared: true })).toMatchObject({ status: 404 });
  expect(await as(nadia).get(`/api/drafts/${draft.id}/revisions`)).toMatchObject({ status: 404 });
  expect(await as(nadia).call('DELETE', `/api/drafts/${draft.id}`)).toMatchObject({ status: 404 });
  expect(await save(nadia, { id: draft.id, base: 1, text: 'Not mine' })).toMatchObject({ status: 404 });

  const shared = await as(karim).post(`/api/drafts/${draft.id}/share`, { shared: true });
  expect(shared.body).toMatchObject({ shared: true, revision: 1 });
  expect(await onPage(ines)).toEqual([shared.body]);
  expect(await as(sofia).get(`/api/tickets/${ticket.ticketId}`)).toMatchObject({ status: 404 });
  await as(karim).post(`/api/drafts/${draft.id}/share`, { shared: false });
  expect(await onPage(ines)).toEqual([]);
});

it('comes back after it was erased or emptied', async () => {
  const draft = await begun(karim, 'Long thought about');
  expect((await as(karim).call('DELETE', `/api/drafts/${draft.id}`)).status).toBe(204);
  expect(await onPage(karim)).toEqual([]);
  const back = await as(karim).post(`/api/drafts/${draft.id}/restore`);
  expect(back.body).toMatchObject({ text: 'Long thought about', ended: null });

  const emptied = await save(karim, { id: draft.id, base: back.body.revision, text: ' ' });
  expect(emptied.body).toMatchObject({ ended: 'erased', text: 'Long thought about' });
  const next = await begun(karim, 'Another one');
  const both = await as(karim).post(`/api/drafts/${draft.id}/restore`);
  expect(both).toMatchObject({ status: 409, body: { details: { draft: { id: next.id } } } });
});

it('remembers how it stood before: at most once a minute, whatever is deleted, and the last twenty', async () => {
  const draft = await begun(karim, 'One');
  const minutes = Array.from({ length: 25 }, (_, at) => at + 1);
  for (const minute of minutes) {
    clock.turn(60_000);
    await save(karim, { id: draft.id, base: minute, text: `One ${'x'.repeat(minute)}` });
    await save(karim, { id: draft.id, base: minute, text: 'too late' });
  }
  const path = `/api/drafts/${draft.id}/revisions`;
  const { body: kept } = await as(karim).get(path);
  expect(kept).toHaveLength(20);
  expect(kept[0]).toMatchObject({ revision: 25, text: `One ${'x'.repeat(24)}` });

  const { body: restored } = await as(karim).post(`/api/drafts/${draft.id}/restore`, { revision: 10 });
  expect(restored).toMatchObject({ text: `One ${'x'.repeat(9)}`, revision: 27 });
  // What stood there is kept as well: going back can be undone.
  expect((await as(karim).get(path)).body[0]).toMatchObject({ text: `One ${'x'.repeat(25)}` });
});

it('ends with the reply that it was, in the same transaction', async () => {
  const draft = await begun(karim, 'On it.');
  const { body } = await as(karim).post(`/api/tickets/${ticket.ticketId}/replies`, reply(draft.id));
  expect(body).toMatchObject({ state: 'queued' });
  expect(await onPage(karim)).toEqual([]);
  // What was on its way when it was sent does not bring it back.
  const late = await save(karim, { id: draft.id, base: 1, text: 'On it. And' });
  expect(late).toMatchObject({ status: 409, body: { code: 'draft.sent' } });
});

it('stays when the reply is refused', async () => {
  const draft = await begun(karim, 'On it.');
  const refused = { ...reply(draft.id), accountId: newId() };
  expect((await as(karim).post(`/api/tickets/${ticket.ticketId}/replies`, refused)).status).toBe(409);
  expect((await onPage(karim)).map(({ id }) => id)).toEqual([draft.id]);
});

it('ends with the note that it was, and only for its writer', async () => {
  const draft = await begun(karim, 'Called them.', 'note');
  const note = { text: 'Called them.', draftId: draft.id };
  await as(ines).post(`/api/tickets/${ticket.ticketId}/notes`, { ...note, clientId: newId() });
  expect(await onPage(karim)).toHaveLength(1);
  await as(karim).post(`/api/tickets/${ticket.ticketId}/notes`, { ...note, clientId: newId() });
  expect(await onPage(karim)).toEqual([]);
});

it('stands in the view of drafts and in its count, closed or not, and others see who writes', async () => {
  const listed = async (person: Person | undefined) => (await as(person).get('/api/tickets?view=drafts')).body.rows;
  const count = async (person: Person | undefined) => (await as(person).get('/api/queues')).body.drafts;
  const before = await count(karim);
  const draft = await begun(karim, 'Hello');
  await begun(karim, 'A thought', 'note');
  await as(ines).post(`/api/tickets/${ticket.ticketId}/close`, { outcome: 'resolved' });
  expect(await count(karim)).toBe(before + 1);
  const [row] = (await listed(karim)).filter(({ id }: { id: string }) => id === ticket.ticketId);
  expect(row.drafters).toEqual([{ id: karim?.id, name: 'Karim' }]);
  expect(await listed(ines)).not.toContainEqual(expect.objectContaining({ id: ticket.ticketId }));
  await as(karim).call('DELETE', `/api/drafts/${draft.id}`);
  expect(await count(karim)).toBe(before + 1);
});

it('is known to whoever decides about the ticket, in the same transaction', async () => {
  const { workspaceId } = relais.running;
  const held = () => relais.db.transaction(workspaceId, (tx) => tx.drafts.isHeld(ticket.ticketId, karim?.id ?? ''));
  expect(await held()).toBe(false);
  const draft = await begun(karim, 'Hello');
  expect(await held()).toBe(true);
  await as(karim).call('DELETE', `/api/drafts/${draft.id}`);
  expect(await held()).toBe(false);
});

it('goes with the messages when tickets are merged, and comes back when that is undone', async () => {
  const draft = await begun(karim, 'To whom it concerns');
  const from = ticket.ticketId;
  const { ticketId: into } = await givenTicket(relais, 'care');
  expect((await as(nadia).post(`/api/tickets/${from}/merge`, { into })).status).toBe(200);
  const drafts = async (id: string) => (await as(karim).get(`/api/tickets/${id}`)).body.drafts;
  expect(await drafts(from)).toEqual([]);
  expect(await drafts(into)).toMatchObject([{ id: draft.id, ticketId: into }]);
  expect((await as(nadia).post(`/api/tickets/${from}/undo-merge`)).status).toBe(200);
  expect(await drafts(from)).toMatchObject([{ id: draft.id, ticketId: from, text: 'To whom it concerns' }]);
});
