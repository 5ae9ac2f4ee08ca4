import type { PenView } from '../../src/contract/index.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { snapshotCursor } from '../../src/store/feed/feed.store.js';
import { givenTicket } from '../support/given-ticket.js';
import { LiveConsole } from '../support/live-client.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';
import { givenRelais, type Person, type TestRelais } from '../support/relais.js';

jest.setTimeout(60_000);

let database: PgOptions;
let here: TestRelais;
let there: TestRelais;
let [karim, ines]: Person[] = [];
let ticketId: string;
const consoles: LiveConsole[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  // Two instances on one database; the other one hears no wake-ups, and finds out by itself.
  here = await givenRelais({ database, settings: { role: 'api' } });
  there = await givenRelais({ database, settings: { role: 'api', wakeups: false } });
  karim = await here.agent('adviser', { name: 'Karim' });
  ines = await here.agent('adviser', { name: 'Inès' });
});
beforeEach(async () => {
  ({ ticketId } = await givenTicket(here, 'care'));
});
afterEach(() => {
  for (const console of consoles.splice(0)) console.leave();
});
afterAll(async () => {
  await here.stop();
  await there.stop();
  await dropDatabase(database);
});

async function open(relais: TestRelais, who: Person | undefined): Promise<LiveConsole> {
  const load = () => relais.db.read((sql) => snapshotCursor(sql, relais.running.workspaceId));
  const console = await LiveConsole.open({ url: relais.url, token: who?.token ?? '', load });
  consoles.push(console);
  console.look(ticketId);
  return console;
}

const pen = (console: LiveConsole): PenView | null => console.pens.get(ticketId) ?? null;
const act = (relais: TestRelais, who: Person | undefined, what = '') =>
  relais.as(who ?? { token: '' }).post(`/api/tickets/${ticketId}/pen${what}`);

async function later(seconds: number): Promise<void> {
  await here.db.everywhere((sql) =>
    sql.run('update pen as p set asked_until = p.asked_until - make_interval(secs => $2) where p.ticket_id = $1', [
      ticketId,
      seconds,
    ]),
  );
}

it('is seen in whichever process one is, with who asks for it and what they were answered', async () => {
  const [his, hers] = [await open(here, karim), await open(there, ines)];
  await act(here, karim);
  await hers.until(() => pen(hers)?.agent.name === 'Karim');
  expect(await act(there, ines)).toMatchObject({ status: 423 });

  await act(there, ines, '/ask');
  await his.until(() => pen(his)?.asked?.by.name === 'Inès');
  await act(here, karim, '/refuse');
  await hers.until(() => pen(hers)?.asked === null);
  expect(pen(hers)?.agent.name).toBe('Karim');

  await act(there, ines, '/ask');
  await later(16);
  await his.until(() => pen(his)?.agent.name === 'Inès');
  await hers.until(() => pen(hers)?.agent.name === 'Inès');
  expect(await act(here, karim)).toMatchObject({ status: 423 });
  expect(await act(there, ines)).toMatchObject({ status: 200 });
});

it('is one person’s, however many screens they have', async () => {
  const hers = await open(here, ines);
  await open(here, karim);
  await open(there, karim);
  await act(here, karim);
  expect(await act(there, karim)).toMatchObject({ status: 200 });
  await hers.until(() => pen(hers)?.agent.name === 'Karim' && hers.presence.get(ticketId)?.length === 1);
});

it('is never in the feed', async () => {
  const hers = await open(here, ines);
  await act(here, karim);
  await hers.until(() => pen(hers) !== null);
  await here.as(karim ?? { token: '' }).call('DELETE', `/api/tickets/${ticketId}/pen`);
  await hers.until(() => pen(hers) === null);
  expect(hers.events).toEqual([]);
});

it('shows who has it open without looking, unless they look on another screen', async () => {
  const hers = await open(here, ines);
  const his = [await open(here, karim), await open(there, karim)];
  const idle = () => hers.presence.get(ticketId)?.map((one) => one.idle);
  for (const console of his) console.say('presence', { ticketId, drafting: false, idle: true });
  await hers.until(() => idle()?.join() === 'true');
  his[0]?.say('presence', { ticketId, drafting: false, idle: false });
  await hers.until(() => idle()?.join() === 'false');
});
