import WebSocket from 'ws';

/**
 * Many consoles in a process of their own, as bare sockets that speak just enough: they follow the feed and count what
 * they are told. Also as plain WebSockets, for the floor. Orders come from the process that started this one.
 */
let sockets = [];
let seen = { events: 0, frames: 0, delays: [] };
let wanted = Infinity;

process.on('message', (order) => {
  const acts = { open, plain, count, close };
  acts[order.act](order).then(
    (answer) => process.send({ ...answer, act: order.act }),
    (error) => process.send({ act: order.act, error: String(error) }),
  );
});

async function open({ url, cookies, cursor, count }) {
  for (let at = 0; at < count; at += 100) {
    const some = Array.from({ length: Math.min(100, count - at) }, (_, n) =>
      console_(url, cookies[(at + n) % cookies.length], cursor),
    );
    sockets.push(...(await Promise.all(some)));
  }
  return {};
}

function console_(url, cookie, cursor) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie },
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('message', (data) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      else if (text.startsWith('0')) socket.send('40/live,');
      else if (text.startsWith('40/live')) socket.send(`42/live,0["hello",${JSON.stringify({ cursor })}]`);
      else if (text.startsWith('43/live')) resolve(socket);
      else if (text.startsWith('42/live,["frame"')) note(text);
      else if (text.startsWith('44') || text.includes('"resync"') || text.includes('"bye"'))
        reject(new Error(text.slice(0, 200)));
    });
  });
}

/** Counting what is in a frame must cost little: the words that begin each event are looked for. */
function note(text) {
  let found = 0;
  for (let at = text.indexOf('"bench-line"'); at !== -1; at = text.indexOf('"bench-line"', at + 12)) found += 1;
  if (found === 0) return;
  seen.events += found;
  seen.frames += 1;
  const sent = text.lastIndexOf('"sentAt":');
  if (sent !== -1 && seen.delays.length < 200_000)
    seen.delays.push(Date.now() - Number(text.slice(sent + 9, sent + 22)));
  if (seen.events >= wanted) done();
}

let done = () => null;

/** Resolves when so many events have come in all. */
async function count({ events }) {
  wanted = events;
  if (seen.events < wanted) await new Promise((resolve) => (done = resolve));
  const answer = { ...seen };
  seen = { events: 0, frames: 0, delays: [] };
  wanted = Infinity;
  return answer;
}

async function plain({ url, count: many }) {
  sockets = await Promise.all(
    Array.from(
      { length: many },
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url, { perMessageDeflate: false });
          socket.on('error', reject);
          socket.on('open', () => resolve(socket));
          socket.on('message', (data) => note(data.toString()));
        }),
    ),
  );
  return {};
}

async function close() {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  return {};
}
