import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { snapshotCursor } from '../../src/store/feed/feed.store.js';
import { LiveConsole } from '../support/live-client.js';
import { openTicket, openWorkspace, signIn, type SignedIn } from '../support/live-people.js';
import { startLive, type LiveServer } from '../support/live-server.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(30_000);

let options: PgOptions;
let here: LiveServer;
let there: LiveServer;
let workspaceId: number;
let ticketId: string;
const consoles: LiveConsole[] = [];

beforeAll(async () => {
  options = await freshDatabase();
  // One hears wake-ups, the other finds out by itself.
  here = await startLive(options);
  there = await startLive(options, { wakeups: false });
  workspaceId = await openWorkspace(here.db);
});

beforeEach(async () => {
  ticketId = await openTicket(here.db, workspaceId, 'care');
});

afterEach(() => {
  for (const console of consoles.splice(0)) console.leave();
});

afterAll(async () => {
  await here.stop();
  await there.stop();
  await dropDatabase(options);
});

async function open(server: LiveServer, who: SignedIn): Promise<LiveConsole> {
  const load = () => server.db.read((sql) => snapshotCursor(sql, who.workspaceId));
  const console = await LiveConsole.open({ url: server.url, token: who.token, load });
  consoles.push(console);
  return console;
}

const atTicket = (console: LiveConsole) => console.presence.get(ticketId) ?? null;
const isConnected = async (who: SignedIn): Promise<boolean> => {
  const row = await here.db.read((sql) =>
    sql.one<{ connected: boolean }>(
      `select exists (select 1 from presence where agent_id = $1 and seen_at > now() - interval '40 seconds') as connected`,
      [who.agentId],
    ),
  );
  return row.connected;
};

it('shows colleagues to each other, in whatever process they are, and never to themselves', async () => {
  const [ana, ben] = [await signIn(here.db, workspaceId, 'adviser'), await signIn(here.db, workspaceId, 'team_lead')];
  const [hers, his] = [await open(here, ana), await open(there, ben)];
  hers.look(ticketId);
  await hers.until(() => atTicket(hers) !== null);
  expect(atTicket(hers)).toEqual([]);

  his.look(ticketId, true);
  await hers.until(() => atTicket(hers)?.[0]?.drafting === true);
  await his.until(() => (atTicket(his) ?? []).length > 0);
  expect(atTicket(hers)).toMatchObject([{ id: ben.agentId, drafting: true }]);
  expect(atTicket(his)).toMatchObject([{ id: ana.agentId, drafting: false }]);

  his.look(null);
  await hers.until(() => atTicket(hers)?.length === 0);
});

it('counts two screens of one person once, and drafting in one of them', async () => {
  const [ana, ben] = [await signIn(here.db, workspaceId, 'adviser'), await signIn(here.db, workspaceId, 'adviser')];
  const hers = await open(here, ana);
  const his = [await open(here, ben), await open(there, ben)];
  his[0]?.look(ticketId, true);
  his[1]?.look(ticketId, false);
  hers.look(ticketId);
  await hers.until(() => atTicket(hers)?.[0]?.drafting === true);
  expect(atTicket(hers)).toHaveLength(1);

  his[0]?.leave();
  await hers.until(() => atTicket(hers)?.[0]?.drafting === false);
  expect(atTicket(hers)).toHaveLength(1);
});

it('says nothing of a ticket to who may not see it', async () => {
  const [ana, eve] = [await signIn(here.db, workspaceId, 'adviser'), await signIn(here.db, workspaceId, 'expert')];
  const [hers, eves] = [await open(here, ana), await open(here, eve)];
  hers.look(ticketId);
  eves.look(ticketId);
  await eves.until(() => atTicket(eves) !== null);
  await hers.until(() => (atTicket(hers) ?? []).length > 0);
  expect(atTicket(eves)).toEqual([]);
});

it('knows who is connected', async () => {
  const ana = await signIn(here.db, workspaceId, 'adviser');
  expect(await isConnected(ana)).toBe(false);
  const hers = await open(here, ana);
  hers.look(ticketId);
  await hers.until(() => atTicket(hers) !== null);
  expect(await isConnected(ana)).toBe(true);

  // A line that breaks may come back; who leaves is gone.
  hers.breakLine();
  await hers.until(() => !hers.connected);
  expect(await isConnected(ana)).toBe(true);
  await hers.until(() => hers.connected && hers.state === 'live');
  hers.leave();
  const other = await open(here, await signIn(here.db, workspaceId, 'adviser'));
  other.look(ticketId);
  await other.until(() => atTicket(other) !== null);
});
