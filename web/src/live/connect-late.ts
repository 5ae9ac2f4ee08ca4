import type { Connect, LiveSocket } from './socket.js';

const againMs = 3000;

/** The socket, once its code has come: the first list need not wait for it. */
export const connectLate: Connect = (ears) => {
  let socket: LiveSocket | null = null;
  let closed = false;
  const load = () => {
    if (closed) return;
    void import('./socket.js').then(
      ({ connectSocket }) => {
        if (!closed) socket = connectSocket(ears);
      },
      // A network that is away for a moment, or a server that restarts.
      () => setTimeout(load, againMs),
    );
  };
  load();
  return {
    hello: (cursor) => socket?.hello(cursor) ?? Promise.resolve(null),
    presence: (view) => {
      socket?.presence(view);
    },
    close: () => {
      closed = true;
      socket?.close();
    },
  };
};
