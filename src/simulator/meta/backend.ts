import { createHmac } from 'node:crypto';

import type { Request, Response } from 'express';

import type { Feed } from './feed.js';
import type { Hooks } from './hooks.js';
import type { Inbox } from './inbox.js';
import { GraphError, type App, type Page, type Token } from './model.js';
import type { World } from './world.js';

/** What every route works with. */
export interface Backend {
  readonly world: World;
  readonly feed: Feed;
  readonly inbox: Inbox;
  readonly hooks: Hooks;
}

export type Params = Readonly<Record<string, string>>;

export interface Caller {
  readonly token: Token;
  readonly page: Page;
  readonly params: Params;
}

type Route = (caller: Caller, request: Request) => unknown;

/** A route for a token with a permission; what it gives, or throws, is answered as the Graph API answers it. */
export function allowed({ world }: Backend, scope: string | null, route: Route) {
  return (request: Request, response: Response): void => {
    answering(response, () => {
      const params = paramsOf(request);
      const token = tokenOf(world, bearerOf(request, params));
      mustProve(token.value, params['appsecret_proof'], world.state.app.secret);
      if (scope !== null && !token.scopes.includes(scope)) {
        throw new GraphError(200, `(#200) Requires ${scope} permission to manage the object`, { status: 403 });
      }
      return route({ token, page: world.page(token.pageId), params }, request);
    });
  };
}

/** A route for the app itself: its id and its secret. */
export function asApp({ world }: Backend, route: (params: Params) => unknown) {
  return asAppOf(world.state.app, route);
}

export function asAppOf({ id, secret }: App, route: (params: Params) => unknown) {
  return (request: Request, response: Response): void => {
    const params = paramsOf(request);
    void answeringLater(response, async () => {
      if (bearerOf(request, params) !== `${id}|${secret}`) throw invalid('Invalid OAuth access token signature.', 190);
      return route(params);
    });
  };
}

export function answering(response: Response, task: () => unknown): void {
  try {
    response.json(task());
  } catch (error) {
    sendError(response, error);
  }
}

async function answeringLater(response: Response, task: () => Promise<unknown>): Promise<void> {
  try {
    response.json(await task());
  } catch (error) {
    sendError(response, error);
  }
}

export function sendError(response: Response, error: unknown): void {
  if (!(error instanceof GraphError)) throw error;
  const { subcode, status = 400, isTransient } = error.more;
  response.status(status).json({
    error: {
      message: error.message,
      type: error.code === 100 ? 'GraphMethodException' : 'OAuthException',
      code: error.code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(isTransient === undefined ? {} : { is_transient: isTransient }),
      fbtrace_id: 'AxY3mB0simulated9kLq',
    },
  });
}

/** Of the query, the form or the JSON: the Graph API makes no difference. What is no text is JSON. */
export function paramsOf(request: Request): Params {
  const body: unknown = request.body;
  const given = { ...request.query, ...(typeof body === 'object' && body !== null ? body : {}) };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** A part of the path. */
export function part(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

export function bearerOf(request: Request, params: Params): string | undefined {
  return /^(?:Bearer|OAuth) (.+)$/iu.exec(request.get('authorization') ?? '')?.[1] ?? params['access_token'];
}

function tokenOf(world: World, value: string | undefined): Token {
  const token = value === undefined ? undefined : world.state.tokens.get(value);
  if (token === undefined) throw invalid('Invalid OAuth access token - Cannot parse access token', 190);
  if (!token.isValid) throw invalid('Error validating access token: The session has been invalidated', 190, 460);
  const isPast = token.expiresAt !== null && token.expiresAt <= world.now();
  if (isPast) throw invalid('Error validating access token: Session has expired', 190, 463);
  return token;
}

function mustProve(token: string, proof: string | undefined, secret: string): void {
  const known = createHmac('sha256', secret).update(token).digest('hex');
  if (proof !== undefined && proof !== known)
    throw invalid('Invalid appsecret_proof provided in the API argument', 100);
}

export function invalid(message: string, code: number, subcode?: number): GraphError {
  return new GraphError(code, message, { status: 401, ...(subcode === undefined ? {} : { subcode }) });
}
