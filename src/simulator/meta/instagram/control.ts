import type { Express, Request } from 'express';

import { answering } from '../backend.js';
import type { Hooks } from '../hooks.js';
import { customers, type Body } from './customers.js';
import type { World } from './world.js';

/** For other processes: what people do, by `POST /_sim/<deed>`, and what was published. */
export function controlRoutes(app: Express, world: World, hooks: Hooks): void {
  app.get('/_sim/published', (_request, response) => {
    response.json(world.state.published);
  });
  app.get('/_sim/accounts', (_request, response) => {
    const tokens = [...world.state.tokens.values()];
    response.json(
      [...world.state.accounts.values()].map((account) => ({
        ...account,
        accessToken: tokens.findLast((token) => token.accountId === account.id)?.value,
      })),
    );
  });
  app.post('/_sim/callback', (request: Request, response) => {
    const { url } = bodyOf(request);
    world.state.app.callback = typeof url === 'string' ? url : null;
    response.json({ done: true });
  });
  app.post('/_sim/replay-hooks', (_request, response) => {
    hooks.replay();
    response.json({ done: true });
  });
  for (const [name, deed] of Object.entries(customers(world))) {
    app.post(`/_sim/${name}`, (request: Request, response) => {
      answering(response, () => deed(bodyOf(request)));
    });
  }
}

function bodyOf(request: Request): Body {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
