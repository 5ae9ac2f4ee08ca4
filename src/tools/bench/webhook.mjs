import { createHmac, randomUUID } from 'node:crypto';
import { commitFloor, floorTable } from './commit-floor.mjs';
import { load, requestOf } from './load.mjs';
import { compiled, givenPostgres, givenServer, signedIn } from './rig.mjs';
import { inRounds, ratioOf } from './rounds.mjs';

const connections = 64;
const people = 50;

/**
 * P1 and P2: signed webhooks over HTTP until each is stored for good and answered 200, a second, beside single commits of
 * the same database. P2 with commits that take 2 ms, as on a slower disk.
 */
export async function webhooks({ quick }) {
  const native = await measured({ quick, settings: {} });
  const slow = await measured({ quick, settings: { commit_delay: '2000', commit_siblings: '0' } });
  return [
    { id: 'P1', what: 'signed webhook to durable 200, a second ÷ single commits', goal: '≥ 0.5, then 1.0', ...native },
    { id: 'P2', what: 'the same with commits of 2 ms', goal: '≥ 2.0, then 3.5', ...slow },
  ];
}

async function measured({ quick, settings }) {
  const postgres = await givenPostgres(settings);
  const server = await givenServer({ ...postgres, environment: { RELAIS_ROLE: 'api' } });
  const pool = postgres.pool(8);
  try {
    await floorTable(pool);
    const sender = await givenSender(server);
    const milliseconds = quick ? 1500 : 4000;
    const hooks = async () => {
      const { answered, refused } = await load({ port: server.port, connections, milliseconds, next: sender.next });
      if (refused > 0) throw new Error(`${refused} webhooks were refused`);
      return answered / (milliseconds / 1000);
    };
    const floor = () => commitFloor(pool, milliseconds);
    await inRounds(1, { floor, hooks });
    const rounds = await inRounds(quick ? 5 : 9, { floor, hooks });
    await sender.check(pool);
    return { unit: '/s', ...ratioOf(rounds, 'hooks', 'floor') };
  } finally {
    await pool.end();
    await server.stop();
    await postgres.stop();
  }
}

/** An account of Messenger, and its customers' messages, signed as Meta signs them. */
export async function givenSender(server) {
  const { startMetaSimulator } = await compiled('simulator/meta/simulator.js');
  const meta = await startMetaSimulator({ now: () => new Date() });
  const page = meta.addPage({ name: 'Northline' });
  const { call, cookie } = await signedIn(server);
  const { id: appId, secret: appSecret, verifyToken } = meta.app;
  const form = { network: 'messenger', apiBase: meta.url, app: { appId, appSecret, verifyToken } };
  const account = await call('POST', '/api/accounts', { ...form, settings: { accessToken: page.accessToken } });
  const { pathname } = new URL(account.hookUrl);
  let made = 0;
  return {
    // Asked who a customer is; ends with the bench.
    meta,
    account,
    call,
    cookie,
    next: () => {
      made += 1;
      const body = Buffer.from(JSON.stringify(bodyOf(page.id, made)));
      const signature = createHmac('sha256', appSecret).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
      return requestOf({ path: pathname, headers, body });
    },
    /** All that was answered is there. */
    async check(pool) {
      const { rows } = await pool.query('select count(*)::int as count from delivery');
      if (rows[0].count < made) throw new Error(`${made} webhooks were sent and ${rows[0].count} stored`);
    },
  };
}

function bodyOf(page, number) {
  const now = Date.now();
  const message = {
    mid: `m_${randomUUID()}`,
    text: `Bonjour, ma connexion est coupée depuis hier soir, que faire ? ${number}`,
  };
  const event = { sender: { id: `900${number % people}` }, recipient: { id: page }, timestamp: now, message };
  return { object: 'page', entry: [{ id: page, time: now, messaging: [event] }] };
}
