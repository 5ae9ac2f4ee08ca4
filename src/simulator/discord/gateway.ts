import type { Server } from 'node:http';

import { type WebSocket, WebSocketServer } from 'ws';

import { newToken } from '../../platform/ids.js';
import { dig, digText } from '../kit/dig.js';

interface Frame {
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** Discord's gateway: hello, identify or resume, heartbeats, and what was missed meanwhile. */
export class SimulatedGateway {
  /** Milliseconds between two beats, as it asks for. */
  heartbeatMs = 41_250;
  /** Beats stay unanswered. */
  isDeaf = false;
  readonly beats: unknown[] = [];
  readonly identified: unknown[] = [];
  resumed = 0;
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly frames: Frame[] = [];
  private readonly live = new Set<WebSocket>();
  private session = newToken(8);
  private seq = 0;

  constructor(
    server: Server,
    private readonly url: string,
    private readonly isKnown: (token: string) => boolean,
  ) {
    server.on('upgrade', (request, socket, head) => {
      this.sockets.handleUpgrade(request, socket, head, (client) => {
        client.on('message', (data: Buffer) => {
          this.hear(client, JSON.parse(data.toString()));
        });
        client.on('close', () => this.live.delete(client));
        client.on('error', () => undefined);
        client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeatMs }, s: null, t: null }));
      });
    });
  }

  get count(): number {
    return this.live.size;
  }

  tell(t: string, d: unknown): void {
    this.seq += 1;
    const frame = { t, s: this.seq, d };
    this.frames.push(frame);
    for (const client of this.live) client.send(JSON.stringify({ op: 0, ...frame }));
  }

  /** The connections break; with a code, they are closed by it. */
  drop(code?: number): void {
    for (const client of this.live) {
      if (code === undefined) client.terminate();
      else client.close(code);
    }
    this.live.clear();
  }

  /** The session is forgotten: who comes back has to begin another one. */
  forget(): void {
    this.session = newToken(8);
    this.frames.length = 0;
  }

  askToReconnect(): void {
    for (const client of this.live) client.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
  }

  private hear(client: WebSocket, frame: unknown): void {
    const op = dig(frame, 'op');
    if (op === 1) {
      this.beats.push(dig(frame, 'd'));
      if (!this.isDeaf) client.send(JSON.stringify({ op: 11 }));
      return;
    }
    if (!this.isKnown(digText(frame, 'd.token') ?? '')) client.close(4004);
    else if (op === 2) this.begin(client, dig(frame, 'd'));
    else if (op === 6) this.resume(client, dig(frame, 'd'));
  }

  private begin(client: WebSocket, asked: unknown): void {
    this.identified.push(asked);
    this.seq += 1;
    const d = { v: 10, session_id: this.session, resume_gateway_url: this.url.replace(/^http/u, 'ws'), guilds: [] };
    client.send(JSON.stringify({ op: 0, t: 'READY', s: this.seq, d }));
    this.live.add(client);
  }

  private resume(client: WebSocket, asked: unknown): void {
    if (digText(asked, 'session_id') !== this.session) {
      client.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    this.resumed += 1;
    for (const frame of this.frames.filter(({ s }) => s > Number(dig(asked, 'seq')))) {
      client.send(JSON.stringify({ op: 0, ...frame }));
    }
    this.seq += 1;
    client.send(JSON.stringify({ op: 0, t: 'RESUMED', s: this.seq, d: {} }));
    this.live.add(client);
  }
}
