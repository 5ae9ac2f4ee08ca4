import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { SocketClient } from './socket-client.js';

const server = new WebSocketServer({ noServer: true });
const http = createServer();
const here = { allowPrivateNetwork: true };
const signal = new AbortController().signal;
let url: string;
let onClient: (client: WebSocket) => void;
let heard: string[];

beforeAll(async () => {
  http.on('upgrade', (request, socket, head) => {
    if (request.headers.authorization !== 'Bearer good') socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    else
      server.handleUpgrade(request, socket, head, (client) => {
        onClient(client);
      });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address: AddressInfo | string | null = http.address();
  url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/stream`;
});

beforeEach(() => {
  heard = [];
});

afterAll(() => {
  http.closeAllConnections();
  http.close();
});

const ask = () => ({
  url,
  headers: { authorization: 'Bearer good' },
  signal,
  heard: (text: string) => {
    heard.push(text);
    return Promise.resolve();
  },
});

describe('SocketClient', () => {
  it('hears texts in order, says its own, and tells how it ended', async () => {
    onClient = (client) => {
      client.on('message', (data: Buffer) => {
        client.send(`you said ${data.toString()}`);
        client.close(4004);
      });
      client.send('one');
      client.send('two');
    };
    const end = await new SocketClient(here).listen({
      ...ask(),
      opened: (send) => {
        send('hello');
      },
    });
    expect(end).toEqual({ code: 4004, wasHeard: true });
    expect(heard).toEqual(['one', 'two', 'you said hello']);
  });

  it('waits for one text to be heard before the next, and for the last before it ends', async () => {
    onClient = (client) => {
      for (const text of ['a', 'b']) client.send(text);
      client.close();
    };
    const order: string[] = [];
    await new SocketClient(here).listen({
      ...ask(),
      heard: async (text) => {
        order.push(`${text} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${text} ends`);
      },
    });
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('throws what hearing throws', async () => {
    onClient = (client) => {
      client.send('bad');
    };
    const listening = new SocketClient(here).listen({ ...ask(), heard: () => Promise.reject(new Error('no room')) });
    await expect(listening).rejects.toThrow('no room');
  });

  it('ends with the signal', async () => {
    const ending = new AbortController();
    onClient = (client) => {
      client.send('one');
    };
    const end = await new SocketClient(here).listen({
      ...ask(),
      signal: ending.signal,
      heard: () => {
        ending.abort();
        return Promise.resolve();
      },
    });
    expect(end).toEqual({ code: 1006, wasHeard: true });
  });

  it.each([
    ['the handshake is refused', { headers: {} }],
    ['there is nobody', { url: 'ws://127.0.0.1:1/' }],
    ['the address is none', { url: 'streaming' }],
  ])('has no code when %s', async (_what, change) => {
    expect(await new SocketClient(here).listen({ ...ask(), ...change })).toEqual({ code: null, wasHeard: false });
  });

  it('goes to public addresses only, unless it is told otherwise', async () => {
    onClient = () => heard.push('connected');
    expect(await new SocketClient({ allowPrivateNetwork: false }).listen(ask())).toEqual({
      code: null,
      wasHeard: false,
    });
    expect(heard).toEqual([]);
  });
});
