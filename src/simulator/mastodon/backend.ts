import type { Request, Response } from 'express';

import type { Access } from './access.js';
import { ApiError, type Person, type Token } from './model.js';
import type { Wire } from './wire.js';
import type { World } from './world.js';

/** What every route works with. */
export interface Backend {
  readonly world: World;
  readonly wire: Wire;
  readonly access: Access;
  readonly origin: string;
}

export interface Caller {
  readonly token: Token;
  readonly account: Person;
}

type Route = (request: Request, response: Response, caller: Caller) => void;

/** A route for an account with a scope; what it throws is answered as the API answers it. */
export function allowed(backend: Backend, scope: string | null, route: Route) {
  return (request: Request, response: Response): void => {
    answering(response, () => {
      const token = backend.access.caller(request, scope);
      const account = backend.world.people.get(token.accountId);
      if (account === undefined) throw new ApiError(403, 'Your login is currently disabled');
      route(request, response, { token, account });
    });
  };
}

export function answering(response: Response, task: () => void): void {
  try {
    task();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    response.status(error.status).json({ error: error.message });
  }
}

/** A named part of the path. */
export function param(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

export function bodyOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
