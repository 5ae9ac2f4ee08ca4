import express, { type Express } from 'express';

import type { Script } from '../kit/script.js';
import { sendError, type Backend } from './backend.js';
import { commentRoutes } from './comment-routes.js';
import { controlRoutes } from './control.js';
import { messageRoutes } from './message-routes.js';
import type { MetaSimulator } from './meta-simulator.js';
import { pageRoutes } from './page-routes.js';
import type { Patience } from './patience.js';
import type { Usage } from './usage.js';
import { gone } from './world.js';

/** Everything that the server answers to. */
export function mount(
  app: Express,
  simulator: MetaSimulator,
  parts: {
    readonly backend: Backend;
    readonly script: Script;
    readonly usage: Usage;
    readonly patience: Patience;
    readonly now: () => Date;
  },
): void {
  app.use((request, response, next) => {
    response.set('Date', parts.now().toUTCString());
    // Any version is as good as another here.
    request.url = request.url.replace(/^\/v\d+\.\d+(?=\/)/u, '');
    next();
  });
  app.use(express.json({ limit: '30mb' }), express.urlencoded({ extended: true }));
  controlRoutes(app, simulator);
  app.use(parts.script.middleware, parts.usage.middleware, parts.patience.middleware);
  pageRoutes(app, parts.backend);
  messageRoutes(app, parts.backend);
  commentRoutes(app, parts.backend);
  app.use((request, response) => {
    sendError(response, gone(request.path));
  });
}
