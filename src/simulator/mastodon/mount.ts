import type { Server } from 'node:http';

import express, { type Express } from 'express';

import { accountRoutes } from './account-routes.js';
import type { Backend } from './backend.js';
import { controlRoutes } from './control.js';
import { instanceRoutes } from './instance-routes.js';
import { mediaRoutes } from './media-routes.js';
import { oauthRoutes } from './oauth-routes.js';
import type { RateLimit } from './rate-limit.js';
import type { Script } from '../kit/script.js';
import type { MastodonSimulator } from './mastodon-simulator.js';
import { statusRoutes } from './status-routes.js';
import type { Streaming } from './streaming.js';

export interface Parts {
  readonly server: Server;
  readonly script: Script;
  readonly limits: RateLimit;
  readonly streaming: Streaming;
}

/** Everything that the server answers to. */
export function mount(
  app: Express,
  simulator: MastodonSimulator,
  {
    backend,
    parts,
    processing,
  }: {
    readonly backend: Backend;
    readonly parts: Parts;
    readonly processing: number;
  },
): void {
  app.use(express.json(), express.urlencoded({ extended: true }));
  controlRoutes(app, simulator);
  app.use(['/api', '/oauth'], parts.script.middleware);
  app.use('/api', parts.limits.middleware);
  oauthRoutes(app, backend);
  statusRoutes(app, backend);
  accountRoutes(app, backend);
  instanceRoutes(app, backend);
  mediaRoutes(app, backend, processing);
  parts.streaming.attach(parts.server, app);
  app.use((_request, response) => {
    response.status(404).json({ error: 'Not found' });
  });
}
