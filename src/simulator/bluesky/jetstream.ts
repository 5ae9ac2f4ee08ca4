import type { Server } from 'node:http';

import { type WebSocket, WebSocketServer } from 'ws';

import type { Commit, World } from './world.js';

interface Listener {
  readonly socket: WebSocket;
  readonly collections: readonly string[];
  readonly dids: readonly string[];
}

/** Jetstream of the first version: a firehose, filtered by collection and by author. */
export class Jetstream {
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly listeners = new Set<Listener>();
  private readonly past: { commit: Commit; frame: string; micros: number }[] = [];

  constructor(
    private readonly world: World,
    server: Server,
  ) {
    world.onCommit = (commit) => {
      this.tell(commit);
    };
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname !== '/subscribe') {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (client) => {
        this.open(client, url.searchParams);
      });
    });
  }

  get count(): number {
    return this.listeners.size;
  }

  drop(): void {
    for (const { socket } of this.listeners) socket.terminate();
    this.listeners.clear();
  }

  private open(socket: WebSocket, query: URLSearchParams): void {
    const listener = {
      socket,
      collections: query.getAll('wantedCollections'),
      dids: query.getAll('wantedDids'),
    };
    this.listeners.add(listener);
    socket.on('close', () => this.listeners.delete(listener));
    socket.on('error', () => undefined);
    const since = query.get('cursor');
    if (since === null) return;
    for (const one of this.past) if (one.micros >= Number(since) && wants(listener, one.commit)) socket.send(one.frame);
  }

  private tell(commit: Commit): void {
    const { record, operation } = commit;
    const micros = this.world.now().getTime() * 1000 + this.past.length;
    const written = operation === 'delete' ? {} : { record: record.value, cid: record.cid };
    const frame = JSON.stringify({
      did: record.did,
      time_us: micros,
      kind: 'commit',
      commit: {
        rev: this.world.tid(),
        operation,
        collection: record.collection,
        rkey: record.rkey,
        ...written,
      },
    });
    this.past.push({ commit, frame, micros });
    for (const listener of this.listeners) if (wants(listener, commit)) listener.socket.send(frame);
  }
}

function wants({ collections, dids }: Listener, { record }: Commit): boolean {
  const isCollection = collections.length === 0 || collections.includes(record.collection);
  return isCollection && (dids.length === 0 || dids.includes(record.did));
}
