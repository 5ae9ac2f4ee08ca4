import type { ClientRequestArgs } from 'node:http';
import { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import { connectorFor } from './connector.js';
import type { SocketAsk, SocketEnd, Sockets } from './sockets.js';

const handshakeMs = 15_000;
const mostBytes = 4 * 1024 * 1024;
/** A connection can die without a close: who sends nothing and answers no ping for a pulse is gone. */
const pulseMs = 30_000;

interface Rules {
  readonly allowPrivateNetwork: boolean;
}

/** WebSockets to the outside world, by the same connector and so to the same addresses as HTTP. */
export class SocketClient implements Sockets {
  private readonly connect: ReturnType<typeof connectorFor>;

  constructor(rules: Rules) {
    this.connect = connectorFor(rules);
  }

  async listen(ask: SocketAsk): Promise<SocketEnd> {
    if (ask.signal.aborted || !URL.canParse(ask.url)) return { code: null, wasHeard: false };
    const socket = this.open(new URL(ask.url), ask.headers ?? {});
    const stop = (): void => {
      socket.terminate();
    };
    ask.signal.addEventListener('abort', stop);
    const pulse = keepAlive(socket);
    try {
      return await untilClosed(socket, ask);
    } finally {
      clearInterval(pulse);
      ask.signal.removeEventListener('abort', stop);
      socket.terminate();
    }
  }

  private open(url: URL, headers: Readonly<Record<string, string>>): WebSocket {
    const isSecure = url.protocol === 'wss:';
    return new WebSocket(url, {
      headers: { 'user-agent': 'Relais', ...headers },
      handshakeTimeout: handshakeMs,
      maxPayload: mostBytes,
      createConnection: (_options: ClientRequestArgs, done: (error: Error | null, connection: Duplex) => void) => {
        const { hostname, host } = url;
        const [protocol, usual] = isSecure ? ['https:', '443'] : ['http:', '80'];
        this.connect({ hostname, host, protocol, port: url.port || usual }, (...[error, connection]) => {
          // The type wants a connection beside an error too; nobody looks at it.
          done(error, connection ?? new Duplex());
        });
        return undefined;
      },
    });
  }
}

function untilClosed(socket: WebSocket, ask: SocketAsk): Promise<SocketEnd> {
  return new Promise((resolve, reject) => {
    let wasOpen = false;
    let wasHeard = false;
    let queue = Promise.resolve();
    const alive = (): void => {
      wasHeard = true;
    };
    socket.on('open', () => {
      wasOpen = true;
      ask.opened?.((text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      });
    });
    socket.on('ping', alive);
    socket.on('message', (data, isBinary) => {
      alive();
      if (!isBinary) queue = queue.then(() => ask.heard(textOf(data)));
      queue.catch(reject);
    });
    // Every error is followed by a close, which says all that is needed.
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      queue.then(() => {
        resolve({ code: wasOpen ? code : null, wasHeard });
      }, reject);
    });
  });
}

function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let isAlive = true;
  const alive = (): void => {
    isAlive = true;
  };
  socket.on('pong', alive);
  socket.on('message', alive);
  return setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
  }, pulseMs);
}

function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString('utf8');
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : Buffer.from(data).toString('utf8');
}
