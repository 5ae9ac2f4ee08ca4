import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express, { type Express, type Request } from 'express';

import { Script } from './script.js';

export interface StationOptions {
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
}

export type Body = Readonly<Record<string, unknown>>;
export type Act = (body: Body) => unknown;

/** A server on the loopback for a simulated network; nothing of it leaves the machine. */
export class Station {
  readonly script: Script;

  private constructor(
    readonly app: Express,
    readonly server: Server,
    readonly url: string,
    readonly now: () => Date,
  ) {
    this.script = new Script(now, withoutSecrets);
  }

  static async open(options: StationOptions): Promise<Station> {
    const app = express();
    const server = createServer(app);
    const host = options.host ?? '127.0.0.1';
    server.listen(options.port ?? 0, host);
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
    return new Station(app, server, `http://${host}:${address.port}`, options.now);
  }

  /** The simulator by HTTP, for other processes: `GET` what it shows, `POST` what happens; JSON in, JSON out. */
  control(shown: Readonly<Record<string, () => unknown>>, acts: Readonly<Record<string, Act>>): void {
    const { script } = this;
    for (const [name, show] of Object.entries({ ...shown, calls: () => script.calls() })) {
      this.app.get(`/_sim/${name}`, (_request, response) => {
        response.json(show());
      });
    }
    for (const [name, act] of Object.entries({ ...acts, ...faults(script) })) {
      this.app.post(`/_sim/${name}`, express.json(), (request: Request, response) => {
        response.json(act(bodyOf(request)) ?? { done: true });
      });
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export function bodyOf(request: Request): Body {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

export function word(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function faults(script: Script): Readonly<Record<string, Act>> {
  const of = (body: Body) => ({
    ...(typeof body['path'] === 'string' ? { path: body['path'] } : {}),
    ...(typeof body['method'] === 'string' ? { method: body['method'] } : {}),
    ...(typeof body['times'] === 'number' ? { times: body['times'] } : {}),
  });
  return {
    fail: (body) => {
      script.fail({ ...of(body), status: Number(body['status'] ?? 500), body: body['body'] });
    },
    cut: (body) => {
      script.cut(of(body));
    },
    stall: (body) => {
      script.stall(of(body));
    },
  };
}

function withoutSecrets(path: string): string {
  return path.replace(/((?:access_token|token|secret|password)=)[^&]*/giu, '$1…');
}
