import { connect } from 'node:net';

/**
 * Calls a server with requests made beforehand, over so many connections that are kept open, each one call at a time, for
 * so long. Written on the bare socket: on two cores, what a client library costs would be taken from the server.
 */
export async function load({ port, connections, milliseconds, next }) {
  const until = performance.now() + milliseconds;
  const tally = { answered: 0, refused: 0 };
  await Promise.all(Array.from({ length: connections }, () => line({ port, until, next, tally })));
  return tally;
}

function line({ port, until, next, tally }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let read = '';
    const send = () => {
      const request = performance.now() < until ? next() : null;
      if (request === null) socket.end();
      else socket.write(request);
    };
    socket.on('connect', send);
    socket.on('data', (data) => {
      read += data.toString('latin1');
      const end = read.indexOf('\r\n\r\n');
      if (end === -1) return;
      const [, length = '0'] = /content-length: (\d+)/iu.exec(read) ?? [];
      if (read.length < end + 4 + Number(length)) return;
      if (read.startsWith('HTTP/1.1 200')) tally.answered += 1;
      else tally.refused += 1;
      read = '';
      send();
    });
    socket.on('error', reject);
    socket.on('close', resolve);
  });
}

/** A request as it goes over the wire. */
export function requestOf({ path, headers, body }) {
  const lines = Object.entries({ host: '127.0.0.1', 'content-length': String(body.length), ...headers });
  const head = [`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}
