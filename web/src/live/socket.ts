import { io, type Socket } from 'socket.io-client';
import type { Frame, HelloAnswer, PresenceView } from '../../../src/contract/index.js';

export interface SocketEars {
  connected: () => void;
  disconnected: () => void;
  frame: (frame: Frame) => void;
  resync: () => void;
  presence: (view: PresenceView) => void;
  /** The server said goodbye, or would not let us in: the session may have ended. */
  refused: () => void;
}

/** What is on this screen. */
export interface Look {
  ticketId: string | null;
  drafting: boolean;
  idle: boolean;
}

export interface LiveSocket {
  hello(cursor: string): Promise<HelloAnswer | null>;
  presence(view: Look): void;
  close(): void;
}

export type Connect = (ears: SocketEars) => LiveSocket;

interface ServerWords {
  frame: (frame: Frame) => void;
  resync: (why: { reason: string }) => void;
  presence: (view: PresenceView) => void;
  bye: (why: { reason: string }) => void;
}
interface OurWords {
  hello: (ask: { cursor: string }, ack: (answer: HelloAnswer) => void) => void;
  presence: (view: Look) => void;
}

const answerMs = 8000;
const returnMs = 1000;

/** The real socket. Reconnects with jitter, so that a restarted server is not stormed by every screen at once. */
export const connectSocket: Connect = (ears) => {
  const socket: Socket<ServerWords, OurWords> = io('/live', {
    path: '/socket.io',
    transports: ['websocket'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.7,
  });
  const comeBack = () => {
    setTimeout(() => socket.connect(), returnMs * (1 + jitter() * 3));
  };
  socket.on('connect', ears.connected);
  socket.on('disconnect', (reason) => {
    ears.disconnected();
    // After the server itself has hung up, socket.io does not reconnect of its own accord.
    if (reason === 'io server disconnect') comeBack();
  });
  socket.on('connect_error', () => {
    if (socket.active) return;
    ears.refused();
    comeBack();
  });
  socket.on('frame', ears.frame);
  socket.on('resync', ears.resync);
  socket.on('presence', ears.presence);
  socket.on('bye', ears.refused);
  return {
    hello: (cursor) =>
      socket
        .timeout(answerMs)
        .emitWithAck('hello', { cursor })
        .catch(() => null),
    presence: (view) => {
      if (socket.connected) socket.emit('presence', view);
    },
    close: () => {
      socket.close();
    },
  };
};

function jitter(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
