import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Lookup } from './connector.js';
import { HttpClient } from './http-client.js';
import { NoAnswer, NotSent } from './http.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const open = new HttpClient({ allowPrivateNetwork: true });
afterAll(() => open.close());

async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

/** A web server that answers as told and remembers what it was asked. */
async function serve(answer: RequestListener) {
  const seen: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingMessage['headers'];
    body: string;
  }[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  const host = await listen(server);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://${host}`, host, seen };
}

/** A server that does as told with the bare connection, once it has something to read. */
async function serveRaw(act: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => act(socket));
  });
  const host = await listen(server);
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://${host}`;
}

const leadingTo =
  (...addresses: string[]): Lookup =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a call', () => {
  it('gives status, headers and body of any answer', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(418, { 'X-Rate': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"id":9007199254740993}');
    });
    const answer = await open.request({ method: 'GET', url: `${url}/a?b=c` });
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-rate': '7', 'set-cookie': 'a=1, b=2' });
    expect(answer.json()).toEqual({ id: '9007199254740993' });
    expect(answer.text()).toBe('{"id":9007199254740993}');
  });

  it('answers undefined for a body that is no JSON', async () => {
    const { url } = await serve((_request, response) => response.end('<h1>Bad gateway</h1>'));
    expect((await open.request({ method: 'GET', url })).json()).toBeUndefined();
  });

  const form = new FormData();
  form.set('file', new Blob(['bytes']), 'a.txt');
  it.each([
    ['text as it is', 'déjà', undefined, /^déjà$/],
    ['bytes as they are', Buffer.from('raw'), undefined, /^raw$/],
    ['JSON', { json: { a: 1 } }, 'application/json', /^\{"a":1\}$/],
    ['a form', new URLSearchParams({ a: 'b c' }), 'application/x-www-form-urlencoded;charset=UTF-8', /^a=b\+c$/],
    ['files', form, expect.stringMatching(/^multipart\/form-data; boundary=/), /filename="a.txt"[^]*bytes/],
  ])('sends %s', async (...[, body, type, text]) => {
    const { url, seen } = await serve((_request, response) => response.end());
    await open.request({ method: 'POST', url, body, headers: { authorization: 'Bearer x' } });
    expect(seen[0]).toMatchObject({ method: 'POST', body: expect.stringMatching(text) });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'user-agent': 'Relais' });
    expect(seen[0]?.headers['content-type']).toEqual(type);
  });
});

describe('certain that nothing was sent', () => {
  it('when the connection is refused', async () => {
    const server = createTcpServer();
    const host = await listen(server);
    await new Promise((done) => server.close(done));
    const call = open.request({ method: 'POST', url: `http://${host}/bot123:secret/send?key=secret`, body: 'x' });
    await expect(call).rejects.toThrow(NotSent);
    await expect(call).rejects.toThrow(`POST ${host}: no connection (ECONNREFUSED)`);
    await expect(call).rejects.not.toThrow('secret');
  });

  it('when the name is not found', async () => {
    const lookup: Lookup = (_name, _options, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    const http = new HttpClient({ allowPrivateNetwork: true, lookup });
    closing.push(() => http.close());
    const call = http.request({ method: 'POST', url: 'http://nowhere.example/' });
    await expect(call).rejects.toThrow(NotSent);
    await expect(call).rejects.toThrow('POST nowhere.example: no connection (ENOTFOUND)');
  });

  it('when the other side cannot do TLS', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expect(open.request({ method: 'POST', url: url.replace('http:', 'https:') })).rejects.toThrow(NotSent);
  });

  it.each(['ftp://example.com/', 'file:///etc/passwd', 'example.com', ''])('when the address is %j', async (url) => {
    await expect(open.request({ method: 'GET', url })).rejects.toThrow(NotSent);
  });

  it('when a header cannot be written', async () => {
    const { url, seen } = await serve((_request, response) => response.end());
    await expect(open.request({ method: 'GET', url, headers: { a: 'b\r\nc: d' } })).rejects.toThrow(NotSent);
    expect(seen).toEqual([]);
  });
});

describe('nobody knows what happened', () => {
  it('when the answer does not come in time', async () => {
    const { url, seen } = await serve(() => undefined);
    // Time enough for a busy machine to bring the request there.
    await expect(open.request({ method: 'POST', url, body: 'x', timeoutMs: 2000 })).rejects.toThrow(NoAnswer);
    expect(seen).toHaveLength(1);
  });

  it('when the body of the answer stalls', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('12345');
    });
    await expect(open.request({ method: 'POST', url, timeoutMs: 100 })).rejects.toThrow(NoAnswer);
  });

  it('when the connection is cut after the request', async () => {
    const url = await serveRaw((socket) => socket.resetAndDestroy());
    await expect(open.request({ method: 'POST', url, body: 'x' })).rejects.toThrow(NoAnswer);
  });

  it('when the answer is cut short', async () => {
    const url = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345'));
    await expect(open.request({ method: 'POST', url })).rejects.toThrow(NoAnswer);
  });

  it('when the answer is no HTTP', async () => {
    const url = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await expect(open.request({ method: 'POST', url })).rejects.toThrow(NoAnswer);
  });

  it('when the answer is larger than allowed', async () => {
    const { url } = await serve((_request, response) => response.end('x'.repeat(2000)));
    const call = open.request({ method: 'GET', url, maxBytes: 1000 });
    await expect(call).rejects.toThrow(NoAnswer);
    await expect(call).rejects.toThrow('more than 1000 bytes');
  });
});

describe('addresses that are not public', () => {
  const closed = new HttpClient({ allowPrivateNetwork: false });
  afterAll(() => closed.close());

  it.each(['127.0.0.1', '2130706433', '0x7f.1', '0', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254'])(
    'are refused when written as %s',
    async (host) => {
      const call = closed.request({ method: 'GET', url: `http://${host}/latest/meta-data` });
      await expect(call).rejects.toThrow(NotSent);
      await expect(call).rejects.toThrow('the address is not public');
    },
  );

  it.each([[['127.0.0.1']], [['fd00::1']], [['93.184.215.14', '10.0.0.1']]])(
    'are refused when a name leads to %j',
    async (addresses) => {
      const http = new HttpClient({ allowPrivateNetwork: false, lookup: leadingTo(...addresses) });
      closing.push(() => http.close());
      const call = http.request({ method: 'GET', url: 'http://innocent.example/' });
      await expect(call).rejects.toThrow(NotSent);
      await expect(call).rejects.toThrow('leads to an address that is not public');
    },
  );

  it('are refused for localhost as the system knows it', async () => {
    await expect(closed.request({ method: 'GET', url: 'http://localhost:1/' })).rejects.toThrow('not public');
  });
});

describe('redirects', () => {
  it('are followed up to three times by a GET, within one origin with its headers', async () => {
    const { url, seen } = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      response.writeHead(302, { location: `/${step + 1}` }).end();
    });
    const answer = await open.request({ method: 'GET', url: `${url}/0`, headers: { authorization: 'Bearer x' } });
    expect(answer.status).toBe(302);
    expect(seen.map((call) => call.url)).toEqual(['/0', '/1', '/2', '/3']);
    expect(seen.at(-1)?.headers.authorization).toBe('Bearer x');
  });

  it('carry no header of the caller to another origin', async () => {
    const other = await serve((_request, response) => response.end('a file'));
    const { url } = await serve((_request, response) => response.writeHead(307, { location: other.url }).end());
    const headers = { authorization: 'Bearer x', 'x-api-key': 'y' };
    const answer = await open.request({ method: 'GET', url, headers });
    expect(answer.text()).toBe('a file');
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(other.seen[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it('are an answer like any other to a POST, which must not be repeated', async () => {
    const { url, seen } = await serve((_request, response) => response.writeHead(307, { location: '/again' }).end());
    expect((await open.request({ method: 'POST', url, body: 'x' })).status).toBe(307);
    expect(seen).toHaveLength(1);
  });

  it.each(['file:///etc/passwd', 'http://'])('are not followed to %s', async (location) => {
    const { url } = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect((await open.request({ method: 'GET', url })).status).toBe(302);
  });
});

it('checks the address behind a redirect like the first one', async () => {
  const { host, seen } = await serve((_request, response) =>
    response.writeHead(302, { location: 'http://10.0.0.1/inside' }).end(),
  );
  // A public server that redirects inward, played by loopback.
  const isPublic = (address: string): boolean => address === '127.0.0.1';
  const http = new HttpClient({ allowPrivateNetwork: false, lookup: leadingTo('127.0.0.1'), isPublic });
  closing.push(() => http.close());
  const url = `http://public.example:${host.split(':')[1]}/`;
  await expect(http.request({ method: 'GET', url })).rejects.toThrow('the address is not public');
  expect(seen).toHaveLength(1);
});
