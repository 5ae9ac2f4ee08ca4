import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.mjs';
import { givenPostgres, givenServer } from './rig.mjs';
import { inRounds, median, quantile, ratioOf } from './rounds.mjs';
import { givenSender } from './webhook.mjs';

/**
 * P5: events a second that reach all consoles ÷ the same as bare WebSocket frames. P4: from the commit of an event to the
 * console, 200 events a second, as far as the same clock can tell. P7: what a console costs in memory.
 */
export async function live({ quick }) {
  const consoles = quick ? 500 : 2000;
  const postgres = await givenPostgres();
  const server = await givenServer({ ...postgres, environment: { RELAIS_ROLE: 'api' } });
  const pool = postgres.pool(4);
  const floor = await helper('raw-broadcast.mjs');
  const clients = await helper('live-clients.mjs');
  const plain = await helper('live-clients.mjs');
  try {
    const sender = await givenSender(server);
    const feed = await givenFeed(pool, sender);
    const before = memoryOf(server.pid);
    await clients.ask({
      act: 'open',
      url: server.origin.replace('http', 'ws'),
      cookies: [sender.cookie],
      cursor: feed.cursor,
      count: consoles,
    });
    const perConsole = (memoryOf(server.pid) - before) / consoles;
    const { port } = await floor.first;
    await plain.ask({ act: 'plain', url: `ws://127.0.0.1:${port}`, count: consoles });

    const events = quick ? 400 : 1000;
    const slices = {
      floor: () => rate(plain, consoles * events, () => floor.send({ bodies: feed.bodies(events) })),
      hooks: () => rate(clients, consoles * events, () => feed.append(events, 20)),
    };
    await inRounds(1, slices);
    const rounds = await inRounds(quick ? 5 : 9, slices);
    const reader = await bareReader(pool);
    const delays = await steady(clients, { feed, consoles, seconds: quick ? 5 : 15 });
    const readerP99 = quantile(reader.end(), 0.99);
    return [
      {
        id: 'P5',
        what: `events told to ${consoles} consoles ÷ bare WebSocket frames`,
        goal: '≥ 0.45, then 0.9',
        unit: '/s',
        ...ratioOf(rounds, 'hooks', 'floor'),
      },
      {
        id: 'P4',
        what: `commit to console, 200 events a second, ${consoles} consoles: p99 (median ${median(delays)} ms) ÷ that of a bare reader`,
        goal: '≤ 4, then 2',
        unit: ' ms',
        ...plainFigure(quantile(delays, 0.99), readerP99),
      },
      {
        id: 'P7',
        what: 'memory for each idle console, beside the goal of 15 KB beyond bare Socket.IO',
        goal: '≤ 15 KB beyond Socket.IO',
        unit: ' KB',
        ...plainFigure(perConsole, 15),
      },
    ];
  } finally {
    for (const one of [clients, plain, floor]) one.end();
    await pool.end();
    await server.stop();
    await postgres.stop();
  }
}

const plainFigure = (value, floor) => ({
  ratio: value / floor,
  spread: [value / floor, value / floor],
  value,
  floor,
  floorSpread: 1,
});

async function rate(clients, events, begin) {
  const startedAt = performance.now();
  const counted = clients.ask({ act: 'count', events });
  await begin();
  await counted;
  return events / ((performance.now() - startedAt) / 1000);
}

/** 200 events a second, and how old each was when it came. */
async function steady(clients, { feed, consoles, seconds }) {
  const beats = seconds * 20;
  const counted = clients.ask({ act: 'count', events: beats * 10 * consoles });
  for (let beat = 0; beat < beats; beat += 1) {
    const nextAt = performance.now() + 50;
    await feed.append(10, 10);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextAt - performance.now())));
  }
  return (await counted).delays;
}

/** Nothing but a connection that listens and reads what is new: the delay that nobody gets below. */
async function bareReader(pool) {
  const client = await pool.connect();
  const delays = [];
  let last = 0;
  let reading = Promise.resolve();
  const read = async () => {
    const { rows } = await client.query(
      `select id, (body #>> '{line,facts,sentAt}')::float8 as sent from feed where id > $1 order by id`,
      [last],
    );
    for (const { id, sent } of rows) {
      last = Number(id);
      if (sent !== null) delays.push(Date.now() - sent);
    }
  };
  await read();
  delays.length = 0;
  client.on('notification', () => {
    reading = reading.then(read);
  });
  await client.query('listen relais');
  return {
    end() {
      client.release(true);
      return delays;
    },
  };
}

/** Events as the product's own transactions write them. */
async function givenFeed(pool, { call }) {
  const {
    rows: [{ id: workspaceId }],
  } = await pool.query('select id from workspace');
  const { cursor } = await call('GET', '/api/tickets?view=all&limit=1');
  const ticketId = '019ac000-0000-7000-8000-000000000001';
  const eventOf = (n) => ({
    type: 'history.added',
    ticketId,
    line: {
      id: ticketId,
      at: new Date().toISOString(),
      code: 'bench-line',
      actor: null,
      facts: { n, sentAt: Date.now(), text: 'x'.repeat(180) },
    },
  });
  return {
    cursor,
    bodies: (count) => Array.from({ length: count }, (_, n) => JSON.stringify(eventOf(n))),
    async append(count, together) {
      for (let at = 0; at < count; at += together) {
        const bodies = Array.from({ length: together }, (_, n) => JSON.stringify(eventOf(at + n)));
        await pool.query(
          `insert into feed (workspace_id, lane, owner_id, body) select $1, 'care', null, b from unnest($2::jsonb[]) as b`,
          [workspaceId, bodies],
        );
        // As the product wakes its readers: after the commit.
        await pool.query(`select pg_notify('relais', 'feed')`);
      }
    },
  };
}

function memoryOf(pid) {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb);
}

/** A process of the bench, asked one thing at a time. */
async function helper(file) {
  const child = fork(join(root, 'src/tools/bench', file));
  const next = () =>
    new Promise((resolve, reject) =>
      child.once('message', (told) => (told.error ? reject(new Error(told.error)) : resolve(told))),
    );
  const first = file.startsWith('raw') ? next() : null;
  return {
    first,
    send: (what) => child.send(what),
    ask(order) {
      const answer = next();
      child.send(order);
      return answer;
    },
    end: () => child.kill('SIGKILL'),
  };
}
