import { Client } from 'pg';
import { openLog } from '../../src/platform/log.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { Wakeups } from '../../src/platform/wakeups.js';
import { snapshotCursor } from '../../src/store/feed/feed.store.js';
import { eventually } from '../support/eventually.js';
import { LiveConsole } from '../support/live-client.js';
import { numbered, numberOf, openTicket, openWorkspace, signIn } from '../support/live-people.js';
import { startLive } from '../support/live-server.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(30_000);

let options: PgOptions;
beforeAll(async () => (options = await freshDatabase()));
afterAll(() => dropDatabase(options));

it('lets a console go on in another process when its own one stops', async () => {
  const [one, other] = [await startLive(options), await startLive(options)];
  const workspaceId = await openWorkspace(one.db);
  const ticketId = await openTicket(one.db, workspaceId, 'care');
  const { token } = await signIn(one.db, workspaceId, 'adviser');
  const load = () => other.db.read((sql) => snapshotCursor(sql, workspaceId));
  const tell = (number: number) => other.db.transaction(workspaceId, (tx) => tx.tell(numbered(ticketId, number)));

  const before = await LiveConsole.open({ url: one.url, token, load });
  await tell(1);
  await before.until(() => before.events.length === 1);
  const left = before.frames.at(-1)?.to ?? '';
  // It stops although somebody is connected.
  await one.stop();
  await before.until(() => !before.connected);
  before.leave();
  await tell(2);

  const after = new LiveConsole({ url: other.url, token, load });
  after.client.loaded(left);
  await after.until(() => after.events.length > 0);
  expect(after.events.map(numberOf)).toEqual([2]);
  after.leave();
  await other.stop();
});

describe('wake-ups', () => {
  const running: Wakeups[] = [];
  afterEach(async () => {
    for (const wakeups of running.splice(0)) await wakeups.stop();
  });

  async function start(enabled = true): Promise<{ wakeups: Wakeups; heard: string[] }> {
    const wakeups = new Wakeups(options, { enabled, log: openLog({ level: 'silent' }) });
    const heard: string[] = [];
    for (const topic of ['feed', 'assign']) wakeups.on(topic, () => heard.push(topic));
    await wakeups.start();
    running.push(wakeups);
    heard.length = 0;
    return { wakeups, heard };
  }
  const settled = (heard: string[], what: string[]) =>
    eventually(
      async () => heard,
      () => {
        expect(heard).toEqual(what);
      },
    );

  it('are heard here at once, and in the other processes once', async () => {
    const [here, there] = [await start(), await start()];
    await eventually(
      async () => there.heard,
      () => {
        // Everybody looks once when somebody joins.
        expect(here.heard).toEqual(['feed', 'assign']);
      },
    );
    here.heard.length = 0;
    there.heard.length = 0;
    for (let time = 0; time < 3; time += 1) here.wakeups.wake('feed');
    await settled(here.heard, ['feed', 'feed', 'feed']);
    await settled(there.heard, ['feed']);
  });

  it('are not there at all when they are off', async () => {
    const [off, on] = [await start(false), await start()];
    off.wakeups.wake('feed');
    on.wakeups.wake('assign');
    await settled(on.heard, ['assign']);
    expect(off.heard).toEqual([]);
  });

  it('come back after the connection was lost, and then wake everybody', async () => {
    const [here, there] = [await start(), await start()];
    const owner = new Client({ ...options, database: 'postgres' });
    await owner.connect();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = $1 and application_name = 'relais-wakeups'`,
      [options.database],
    );
    await owner.end();
    await eventually(
      async () => there.heard,
      (heard) => {
        expect(heard).toContain('assign');
      },
    );
    there.heard.length = 0;
    await eventually(
      async () => {
        here.wakeups.wake('feed');
        return there.heard;
      },
      (heard) => {
        expect(heard).toContain('feed');
      },
    );
  });

  it('outlive a listener that fails', async () => {
    const { wakeups, heard } = await start();
    wakeups.on('feed', () => {
      throw new Error('broken');
    });
    const end = wakeups.on('assign', () => heard.push('late'));
    wakeups.wake('feed');
    wakeups.wake('assign');
    await settled(heard, ['feed', 'assign', 'late']);
    end();
    wakeups.wake('assign');
    await settled(heard, ['feed', 'assign', 'late', 'assign']);
  });
});
