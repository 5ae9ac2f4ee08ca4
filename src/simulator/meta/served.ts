import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import express, { type Express } from 'express';

import { Script } from '../kit/script.js';
import { sendError } from './backend.js';
import { Patience } from './patience.js';
import { Usage } from './usage.js';
import { gone } from './world.js';

/** A server that has the manners of the Graph API, whatever it serves. */
export interface Served {
  readonly url: string;
  readonly script: Script;
  readonly usage: Usage;
  readonly patience: Patience;
  stop(): Promise<void>;
}

export async function serve(
  options: { readonly port?: number; readonly host?: string; readonly now: () => Date },
  /** Mounts the controls, then the API, on which faults are played. */
  parts: { readonly controls: (app: Express) => void; readonly api: (app: Express, url: string) => void },
): Promise<Served> {
  const app = express();
  const server = createServer(app);
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const url = `http://${host}:${portOf(server)}`;
  const served = { script: new Script(options.now, withoutToken), usage: new Usage(), patience: new Patience() };
  app.use((request, response, next) => {
    response.set('Date', options.now().toUTCString());
    // Any version is as good as another here.
    request.url = request.url.replace(/^\/v\d+\.\d+(?=\/)/u, '');
    next();
  });
  app.use(express.json({ limit: '30mb' }), express.urlencoded({ extended: true }));
  parts.controls(app);
  app.use(served.script.middleware, served.usage.middleware, served.patience.middleware);
  parts.api(app, url);
  app.use((request, response) => {
    sendError(response, gone(request.path));
  });
  return { url, ...served, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return address.port;
}

export function withoutToken(path: string): string {
  return path.replace(/((?:access_token|input_token|appsecret_proof|client_secret|code)=)[^&]*/gu, '$1…');
}
