import { lanes, roles, type LiveEvent } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { snapshotCursor } from '../../src/store/feed/feed.store.js';
import { LiveConsole } from '../support/live-client.js';
import { changedTicket, openTicket, openWorkspace, signIn, type SignedIn } from '../support/live-people.js';
import { ownOrigin, startLive, type LiveServer } from '../support/live-server.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(30_000);

let options: PgOptions;
let server: LiveServer;
let workspaceId: number;
const consoles: LiveConsole[] = [];

beforeAll(async () => {
  options = await freshDatabase();
  server = await startLive(options);
  workspaceId = await openWorkspace(server.db);
});

afterEach(() => {
  for (const console of consoles.splice(0)) console.leave();
});

afterAll(async () => {
  await server.stop();
  await dropDatabase(options);
});

async function open(who: SignedIn, headers: Record<string, string> = {}): Promise<LiveConsole> {
  const load = () => server.db.read((sql) => snapshotCursor(sql, who.workspaceId));
  const console = await LiveConsole.open({ url: server.url, token: who.token, load, headers });
  consoles.push(console);
  return console;
}

const tell = (...events: LiveEvent[]) => server.db.transaction(workspaceId, (tx) => tx.tell(...events));
const set = (text: string, values: unknown[]) => server.db.everywhere((sql) => sql.run(text, values));
const own = (ticketId: string, agentId: string | null) =>
  set('update ticket set owner_id = $3 where workspace_id = $1 and id = $2', [workspaceId, ticketId, agentId]);

/** What everybody may hear: when it has come, so has everything before it. */
const marker: LiveEvent = { type: 'team.changed' };
async function heardUpToHere(listeners: readonly LiveConsole[]): Promise<void> {
  const marks = (console: LiveConsole) => console.events.filter(({ type }) => type === 'team.changed').length;
  const before = new Map(listeners.map((console) => [console, marks(console)]));
  await tell(marker);
  for (const console of listeners) await console.until(() => marks(console) > (before.get(console) ?? 0));
}

const canary = 'CANARY-7f3a';
const note = (ticketId: string): LiveEvent => ({
  type: 'note.added',
  ticketId,
  note: {
    id: newId(),
    ticketId,
    author: { id: newId(), name: 'Ana' },
    text: canary,
    at: '2026-11-22T10:00:00.000Z',
  },
});
const hasCanary = (console: LiveConsole) => JSON.stringify(console.frames).includes(canary);

/** Which lanes a role works in, written down once more: the policy is what is tried here. */
const seen = {
  adviser: ['care'],
  community_manager: ['care', 'community', 'expert'],
  expert: ['expert'],
  team_lead: ['care', 'community', 'expert'],
  admin: ['care', 'community', 'expert'],
};

it.each(lanes.flatMap((lane) => roles.map((role) => ({ lane, role }))))(
  'tells $role what happens in $lane only where they may see it',
  async ({ lane, role }) => {
    const ticketId = await openTicket(server.db, workspaceId, lane);
    const listener = await open(await signIn(server.db, workspaceId, role));
    await tell(note(ticketId), changedTicket(ticketId, { lane, ownerId: null, version: 2 }, null));
    await heardUpToHere([listener]);

    const may = seen[role].includes(lane);
    expect(hasCanary(listener)).toBe(may);
    expect(listener.events.map(({ type }) => type)).toEqual([
      ...(may ? ['note.added', 'ticket.changed'] : []),
      'team.changed',
    ]);
  },
);

it('tells an owner everything of their ticket, whatever its lane, and no longer once it is not theirs', async () => {
  const ana = await signIn(server.db, workspaceId, 'adviser');
  const ben = await signIn(server.db, workspaceId, 'adviser');
  const ticketId = await openTicket(server.db, workspaceId, 'expert');
  await own(ticketId, ana.agentId);
  const [hers, his] = [await open(ana), await open(ben)];
  await tell(note(ticketId));
  await heardUpToHere([hers, his]);
  expect([hasCanary(hers), hasCanary(his)]).toEqual([true, false]);

  await own(ticketId, null);
  const was = { lane: 'expert' as const, ownerId: ana.agentId };
  await tell(changedTicket(ticketId, { lane: 'expert', ownerId: null, version: 2 }, was), note(ticketId));
  await heardUpToHere([hers, his]);
  const left = { type: 'ticket.left', ticketId, version: 2, cause: 'transferred', actorId: null };
  expect(hers.events.slice(2)).toEqual([left, marker]);
  expect(his.events).toEqual([marker, marker]);
});

it('keeps workspaces apart', async () => {
  const other = await openWorkspace(server.db);
  const stranger = await open(await signIn(server.db, other, 'admin'));
  const ticketId = await openTicket(server.db, workspaceId, 'care');
  await tell(note(ticketId), marker);
  await server.db.transaction(other, (tx) => tx.tell(marker));
  await stranger.until(() => stranger.events.length > 0);
  expect(stranger.events).toEqual([marker]);
  expect(hasCanary(stranger)).toBe(false);
});

it('says goodbye to a session that has ended, before what follows is told', async () => {
  const ana = await signIn(server.db, workspaceId, 'adviser');
  const hers = await open(ana);
  const ticketId = await openTicket(server.db, workspaceId, 'care');
  await server.db.transaction(workspaceId, async (tx) => {
    await tx.sessions.end(ana.agentId, ana.sessionId);
    await tx.tell(marker, note(ticketId));
  });
  await hers.until(() => !hers.connected);
  expect(hers.byes).toEqual(['session-ended']);
  expect(hasCanary(hers)).toBe(false);

  hers.comeBack();
  await hers.until(() => hers.refused !== null);
  expect(hers.refused).toBe('unavailable');
});

it('finds out by itself about a session that nobody told of', async () => {
  const ana = await signIn(server.db, workspaceId, 'adviser');
  const hers = await open(ana);
  await set('update agent set disabled_at = now() where id = $1', [ana.agentId]);
  await hers.until(() => hers.byes.length > 0);
  expect(hers.byes).toEqual(['session-ended']);
});

it('lets nobody follow whose session ended between the handshake and hello', async () => {
  const ana = await signIn(server.db, workspaceId, 'adviser');
  const hers = new LiveConsole({ url: server.url, token: ana.token, load: async () => 'none' });
  consoles.push(hers);
  await hers.until(() => hers.connected);
  await set('delete from session where id = $1', [ana.sessionId]);
  hers.client.loaded(await server.db.read((sql) => snapshotCursor(sql, workspaceId)));
  await hers.until(() => hers.byes.length > 0);
  expect(hers.frames).toEqual([]);
});

it('asks a screen to load afresh when its owner gets other rights', async () => {
  const ana = await signIn(server.db, workspaceId, 'expert');
  const hers = await open(ana);
  const ticketId = await openTicket(server.db, workspaceId, 'care');
  await server.db.transaction(workspaceId, async (tx) => {
    await tx.agents.change(ana.agentId, { role: 'adviser' });
    await tx.tell(marker);
  });
  await hers.until(() => hers.resyncs.length > 0 && hers.state === 'live');
  expect(hers.resyncs).toEqual(['rights']);
  await tell(note(ticketId));
  await hers.until(() => hasCanary(hers));
});

describe('at the door', () => {
  const knock = async (token: string | null, headers: Record<string, string> = {}) => {
    const console = new LiveConsole({ url: server.url, token, load: async () => 'none', headers });
    consoles.push(console);
    await console.until(() => console.refused !== null || console.connected);
    return console.connected;
  };

  it('lets in by a session only', async () => {
    const ana = await signIn(server.db, workspaceId, 'adviser');
    expect(await knock(ana.token)).toBe(true);
    expect(await knock('')).toBe(false);
    expect(await knock(`${ana.token}x`)).toBe(false);
    expect(await knock('1.' + 'a'.repeat(43))).toBe(false);
    await set("update session set expires_at = now() - interval '1 second' where id = $1", [ana.sessionId]);
    expect(await knock(ana.token)).toBe(false);
  });

  it('takes the cookie of a page of ours, and of no other', async () => {
    const ana = await signIn(server.db, workspaceId, 'adviser');
    const cookie = `theme=dark; relais_session=${ana.token}`;
    const page = (origin?: string) => knock(null, { cookie, ...(origin === undefined ? {} : { origin }) });
    expect(await page()).toBe(true);
    expect(await page(ownOrigin)).toBe(true);
    expect(await page(server.url)).toBe(true);
    expect(await page('https://evil.example')).toBe(false);
    expect(await page(`${ownOrigin}.evil.example`)).toBe(false);
    expect(await page('null')).toBe(false);
  });
});

it('bears whatever a console says', async () => {
  const ana = await open(await signIn(server.db, workspaceId, 'adviser'));
  for (const what of [null, 7, 'x', [], { cursor: 7 }, { cursor: 'y'.repeat(500) }, { ticketId: 'z', drafting: 1 }]) {
    ana.say('hello', what);
    ana.say('presence', what);
  }
  ana.say('hello');
  ana.say('unheard of', { a: 1 });
  await heardUpToHere([ana]);
  expect(ana.connected).toBe(true);

  ana.say('presence', { ticketId: 'x'.repeat(10_000) });
  await ana.until(() => !ana.connected);
});
