import type { LiveEvent } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { dropOldFeed, feedAfter, feedEnd, snapshotCursor } from '../../src/store/feed/feed.store.js';
import { LiveConsole } from '../support/live-client.js';
import { numbered, numberOf, openTicket, openWorkspace, signIn, type SignedIn } from '../support/live-people.js';
import { startLive, type LiveServer } from '../support/live-server.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(30_000);

let options: PgOptions;
let server: LiveServer;
let workspaceId: number;
let ticketId: string;
let lead: SignedIn;
const consoles: LiveConsole[] = [];

beforeAll(async () => {
  options = await freshDatabase();
  server = await startLive(options);
  workspaceId = await openWorkspace(server.db);
  ticketId = await openTicket(server.db, workspaceId, 'care');
  lead = await signIn(server.db, workspaceId, 'team_lead');
});

afterEach(() => {
  for (const console of consoles.splice(0)) console.leave();
});

afterAll(async () => {
  await server.stop();
  await dropDatabase(options);
});

const cursorNow = () => server.db.read((sql) => snapshotCursor(sql, workspaceId));
const tell = (...events: LiveEvent[]) => server.db.transaction(workspaceId, (tx) => tx.tell(...events));
const run = (text: string, values: unknown[] = []) => server.db.everywhere((sql) => sql.run(text, values));
const many = (count: number) => Array.from({ length: count }, (_, index) => numbered(ticketId, index));

/** Whatever this console loads, it loads no more than the cursor. */
async function open(from?: string): Promise<LiveConsole> {
  const console = new LiveConsole({ url: server.url, token: lead.token, load: cursorNow });
  consoles.push(console);
  console.client.loaded(from ?? (await cursorNow()));
  await console.until(() => console.state === 'live');
  return console;
}

it('replays five thousand events, and asks to load afresh for more', async () => {
  const before = await cursorNow();
  await tell(...many(5000));
  const replayed = await open(before);
  // The server may itself have been reading them still.
  await replayed.until(() => replayed.events.length >= 5000);
  expect(replayed.events.map(numberOf)).toEqual(many(5000).map(numberOf));
  expect(replayed.answers).toEqual([{ ok: true }]);

  await tell(numbered(ticketId, 5000));
  await replayed.until(() => replayed.events.length === 5001);
  const late = await open(before);
  expect(late.answers).toEqual([{ ok: false, resync: 'too-far' }, { ok: true }]);
  expect(late.events).toEqual([]);
});

it('replays from memory what it has just read, and from the database what it has not', async () => {
  const place = await server.db.read(feedEnd);
  await tell(...many(3));
  await server.hasRead();
  const cursor = await cursorNow();
  const [epoch = ''] = cursor.split('.');
  const reader = await open(`${epoch}.${String(place.xid)}.${String(place.id)}`);
  await reader.until(() => reader.events.length >= 3);
  expect(reader.events.map(numberOf)).toEqual([0, 1, 2]);
});

it('asks to load afresh when part of what was missed is dropped, and not when it is all there', async () => {
  await tell(...many(2));
  const old = await cursorNow();
  await tell(...many(2));
  await run(`update feed set at = now() - interval '20 days'`);
  const kept = await cursorNow();
  await tell(numbered(ticketId, 9));

  const tenDaysAgo = new Date(new Date().getTime() - 10 * 86_400_000);
  const drop = (limit: number) => server.db.everywhere((sql) => dropOldFeed(sql, tenDaysAgo, limit));
  expect(await drop(3)).toBe(3);
  expect(await drop(100_000)).toBeGreaterThan(0);
  expect(await drop(100_000)).toBe(0);

  expect((await open(old)).answers).toEqual([{ ok: false, resync: 'too-old' }, { ok: true }]);
  // Everything after it is there still, but its own row is gone: that cannot be told from a gap.
  expect((await open(kept)).answers[0]).toEqual({ ok: false, resync: 'too-old' });
});

it('lets who loads afresh go on, even when nothing is left of the feed', async () => {
  await tell(numbered(ticketId, 1));
  await run(`update feed set at = now() - interval '20 days'`);
  await server.db.everywhere((sql) => dropOldFeed(sql, new Date(), 100_000));
  const reader = await open();
  expect(reader.answers).toEqual([{ ok: true }]);
  await tell(numbered(ticketId, 2));
  await reader.until(() => reader.events.length === 1);
});

it('asks everybody to load afresh when the history of the feed is another one', async () => {
  const reader = await open();
  await run('update workspace set epoch = $2 where id = $1', [workspaceId, newId()]);
  await tell({ type: 'team.changed' });
  await reader.until(() => reader.resyncs.length > 0 && reader.state === 'live');
  expect(reader.resyncs).toEqual(['epoch']);
  await tell(numbered(ticketId, 3));
  await reader.until(() => reader.events.some((event) => numberOf(event) === 3));
});

it('knows a place that the database has not given out', async () => {
  const end = await server.db.read(feedEnd);
  const future = { xid: end.xid + 1_000_000n, id: 0n };
  const page = await server.db.read((sql) => feedAfter(sql, future, { workspaceId: null, limit: 10 }));
  expect(page.unknown).toBe(true);
  const known = await server.db.read((sql) => feedAfter(sql, end, { workspaceId: null, limit: 10 }));
  expect(known.unknown).toBe(false);
});

it('beats, so that silence can be told from a dead line', async () => {
  const reader = await open();
  server.turnClock(5000);
  await reader.until(() => reader.frames.some(({ events }) => events.length === 0));
  const [frame] = reader.frames;
  expect(frame).toMatchObject({ events: [], at: expect.any(String) });
  expect(frame?.from).toBe(frame?.to);
  expect(reader.state).toBe('live');
});

it('moves the cursor over what a screen may not see', async () => {
  const expert = await signIn(server.db, workspaceId, 'expert');
  const reader = await LiveConsole.open({ url: server.url, token: expert.token, load: cursorNow });
  consoles.push(reader);
  await tell(numbered(ticketId, 1));
  await server.hasRead();
  expect(reader.frames).toEqual([]);
  server.turnClock(5000);
  await reader.until(() => reader.frames.length > 0);
  const [frame] = reader.frames;
  expect(frame?.events).toEqual([]);
  expect(frame?.to).toBe(await cursorNow());
});

it('asks a screen that does not take its frames to load afresh, instead of holding them all', async () => {
  const reader = await open();
  const text = 'x'.repeat(400_000);
  const large: LiveEvent = {
    type: 'note.added',
    ticketId,
    note: { id: newId(), ticketId, author: { id: newId(), name: 'Ana' }, text, at: '2026-11-22T10:00:00.000Z' },
  };
  reader.pause();
  for (let round = 0; round < 40; round += 1) {
    await tell(large);
    await server.hasRead();
  }
  reader.resume();
  await reader.until(() => reader.resyncs.length > 0 && reader.state === 'live');
  expect(reader.resyncs[0]).toBe('slow');
  expect(reader.events.length).toBeLessThan(40);
  await tell(numbered(ticketId, 77));
  await reader.until(() => reader.events.some((event) => numberOf(event) === 77));
});
