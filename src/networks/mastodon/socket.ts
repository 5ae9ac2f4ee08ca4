import { WebSocket, type RawData } from 'ws';

export interface Listening {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  opened(): void;
  /** Frames are heard one after the other, in the order in which they came. */
  heard(frame: string): Promise<void>;
}

const handshakeMs = 15_000;
/** Mastodon's own streaming server looks for dead connections at this pace. */
const pulseMs = 30_000;

/**
 * Listens until the signal ends it or the connection breaks. False when the server did not let us in: no
 * handshake, or a close before it sent anything. Throws what `heard` throws.
 */
export async function listen(listening: Listening): Promise<boolean> {
  if (listening.signal.aborted) return false;
  const socket = new WebSocket(listening.url, {
    headers: listening.headers,
    handshakeTimeout: handshakeMs,
    maxPayload: 4 * 1024 * 1024,
  });
  const stop = (): void => {
    socket.terminate();
  };
  listening.signal.addEventListener('abort', stop);
  const pulse = keepAlive(socket);
  try {
    return await untilClosed(socket, listening);
  } finally {
    clearInterval(pulse);
    listening.signal.removeEventListener('abort', stop);
    socket.terminate();
  }
}

function untilClosed(socket: WebSocket, { opened, heard }: Listening): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isHeard = false;
    let queue = Promise.resolve();
    socket.on('open', opened);
    socket.on('ping', () => (isHeard = true));
    socket.on('pong', () => (isHeard = true));
    socket.on('message', (data, isBinary) => {
      isHeard = true;
      if (isBinary) return;
      queue = queue.then(() => heard(textOf(data)));
      queue.catch(reject);
    });
    // A refused handshake is an error and then a close; the close says all that is needed.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      queue.then(() => {
        resolve(isHeard);
      }, reject);
    });
  });
}

/** A connection can die without a close; who does not answer a ping within a pulse is gone. */
function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  socket.on('message', () => (isAlive = true));
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
  return Array.isArray(data)
    ? Buffer.concat(data).toString('utf8')
    : Buffer.from(data).toString('utf8');
}
