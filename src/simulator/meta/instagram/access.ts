import type { Request, Response } from 'express';

import { answering, bearerOf, invalid, paramsOf, type Params } from '../backend.js';
import { GraphError } from '../model.js';
import type { Account, Token } from './model.js';
import type { World } from './world.js';

export interface Caller {
  readonly token: Token;
  readonly account: Account;
  readonly params: Params;
}

/** A route for a token that may manage `what`; what it gives, or throws, is answered as the Graph API answers it. */
export function allowed(
  world: World,
  what: 'basic' | 'comments' | 'messages' | 'metadata',
  route: (caller: Caller, request: Request) => unknown,
) {
  return (request: Request, response: Response): void => {
    answering(response, () => {
      const params = paramsOf(request);
      const token = tokenOf(world, bearerOf(request, params));
      const isAllowed = token.login === 'instagram' && what === 'metadata';
      if (!isAllowed && !token.scopes.some((scope) => scope.endsWith(what))) {
        throw new GraphError(10, '(#10) Application does not have permission for this action', { status: 403 });
      }
      return route({ token, account: world.account(token.accountId), params }, request);
    });
  };
}

export function tokenOf(world: World, value: string | undefined): Token {
  const token = value === undefined ? undefined : world.state.tokens.get(value);
  if (token === undefined) throw invalid('Invalid OAuth access token - Cannot parse access token', 190);
  if (!token.isValid) throw invalid('Error validating access token: The session has been invalidated', 190, 460);
  const isPast = token.expiresAt !== null && token.expiresAt <= world.now();
  if (isPast) throw invalid('Error validating access token: Session has expired', 190, 463);
  return token;
}
