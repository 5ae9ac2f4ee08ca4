import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Express, Response } from 'express';
import { WebSocketServer, type WebSocket } from 'ws';

import { bearerOf } from './access.js';
import type { Backend } from './backend.js';
import type { Token } from './model.js';
import type { StreamEvent } from './world.js';

interface Listener {
  readonly accountId: string;
  readonly streams: Set<string>;
  send(frame: Frame): void;
  drop(): void;
}

interface Frame {
  readonly stream: readonly string[];
  readonly event: string;
  readonly payload: string;
}

const userOnly = ['user', 'user:notification', 'direct'];

/** The streaming API: WebSocket (`?stream=`, and subscribe messages) and server-sent events. Nothing is replayed. */
export class Streaming {
  private readonly listeners = new Set<Listener>();
  private readonly sockets = new WebSocketServer({ noServer: true });

  constructor(private readonly backend: Backend) {
    backend.world.listen((event) => {
      this.tell(event);
    });
  }

  get count(): number {
    return this.listeners.size;
  }

  /** Every connection breaks, as when a server restarts. */
  drop(): void {
    for (const listener of this.listeners) listener.drop();
    this.listeners.clear();
  }

  attach(server: Server, app: Express): void {
    server.on('upgrade', (request, socket, head) => {
      this.upgrade(request, socket, head);
    });
    app.get('/api/v1/streaming/health', (_request, response) => {
      response.type('text').send('OK');
    });
    app.get('/api/v1/streaming/user{/:kind}', (request, response) => {
      const token = this.backend.access.token(bearerOf(request) ?? this.queryToken(request.originalUrl));
      if (token === undefined) {
        response.status(401).json({ error: 'Missing access token' });
        return;
      }
      this.serve(token, request.params['kind'] === undefined ? 'user' : 'user:notification', response);
    });
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', this.backend.origin);
    const token = this.backend.access.token(this.tokenOf(request, url));
    const isOff = this.backend.world.quirks.noStreaming === true;
    const status = isOff || url.pathname !== '/api/v1/streaming' ? '404 Not Found' : '401 Unauthorized';
    if (token === undefined || status.startsWith('404')) {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (client) => {
      this.open(client, token, url.searchParams.get('stream'));
    });
  }

  private open(client: WebSocket, token: Token, stream: string | null): void {
    const listener: Listener = {
      accountId: token.accountId,
      streams: new Set(stream === null ? [] : [stream]),
      send: (frame) => {
        client.send(JSON.stringify(frame));
      },
      drop: () => {
        client.terminate();
      },
    };
    this.listeners.add(listener);
    client.on('close', () => this.listeners.delete(listener));
    client.on('error', () => undefined);
    client.on('message', (data: Buffer) => {
      const ask: unknown = JSON.parse(data.toString('utf8'));
      subscribe(listener, ask);
    });
  }

  private serve(token: Token, stream: string, response: Response): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    response.write(':)\n');
    const listener: Listener = {
      accountId: token.accountId,
      streams: new Set([stream]),
      send: ({ event, payload }) => {
        response.write(`event: ${event}\ndata: ${payload}\n\n`);
      },
      drop: () => {
        response.destroy();
      },
    };
    this.listeners.add(listener);
    response.on('close', () => this.listeners.delete(listener));
  }

  private tokenOf(request: IncomingMessage, url: URL): string | undefined {
    const from = this.backend.world.quirks.streamToken ?? 'both';
    const header = /^Bearer (.+)$/iu.exec(request.headers.authorization ?? '')?.[1];
    const query = url.searchParams.get('access_token') ?? undefined;
    if (from === 'header') return header;
    return from === 'query' ? query : (header ?? query);
  }

  private queryToken(url: string): string | undefined {
    return new URL(url, this.backend.origin).searchParams.get('access_token') ?? undefined;
  }

  private tell(event: StreamEvent): void {
    for (const listener of this.listeners) {
      if (listener.accountId !== event.to) continue;
      const streams = userOnly.filter((stream) => listener.streams.has(stream) && carries(stream, event));
      const payload = this.payload(event);
      for (const stream of streams) listener.send({ stream: [stream], event: event.event, payload });
    }
  }

  /** JSON within JSON, but for a deletion, which is the bare id. */
  private payload({ subject, to }: StreamEvent): string {
    if (typeof subject === 'string') return subject;
    const { wire } = this.backend;
    return JSON.stringify('type' in subject ? wire.notification(subject) : wire.status(subject, to));
  }
}

function carries(stream: string, { event }: StreamEvent): boolean {
  if (stream === 'user') return true;
  return stream === 'user:notification' && event === 'notification';
}

function subscribe(listener: Listener, ask: unknown): void {
  if (typeof ask !== 'object' || ask === null || !('type' in ask) || !('stream' in ask)) return;
  if (typeof ask.stream !== 'string') return;
  if (ask.type === 'subscribe') listener.streams.add(ask.stream);
  if (ask.type === 'unsubscribe') listener.streams.delete(ask.stream);
}
