import type { Request } from 'express';

import { newToken } from '../../platform/ids.js';

import { ApiError, type Token } from './model.js';

export interface RegisteredApp {
  readonly id: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: string;
  readonly secret: string;
}

interface Grant {
  readonly app: RegisteredApp;
  readonly accountId: string;
  readonly redirectUri: string;
  readonly scopes: string;
}

const allScopes = ['read', 'write', 'push'];

/** Apps, codes and tokens: who may call, and what. */
export class Access {
  readonly apps = new Map<string, RegisteredApp>();
  readonly tokens = new Map<string, Token>();
  private readonly grants = new Map<string, Grant>();

  issue(accountId: string, scopes: readonly string[] = allScopes, application = 'Relais'): Token {
    const token = { value: newToken(), accountId, scopes, application };
    this.tokens.set(token.value, token);
    return token;
  }

  revoke(value?: string): void {
    if (value === undefined) this.tokens.clear();
    else this.tokens.delete(value);
  }

  token(value: string | undefined): Token | undefined {
    return value === undefined ? undefined : this.tokens.get(value);
  }

  /** Throws the 401 and 403 of the API. `scope` null asks for a token only. */
  caller(request: Request, scope: string | null): Token {
    const token = this.token(bearerOf(request));
    if (token === undefined) throw new ApiError(401, 'The access token is invalid');
    const has = scope === null || covers(token.scopes, scope);
    if (!has) throw new ApiError(403, 'This action is outside the authorized scopes');
    return token;
  }

  register(name: string, redirectUris: readonly string[], scopes: string): RegisteredApp {
    const app = {
      id: newToken(),
      name,
      redirectUris,
      scopes,
      secret: newToken(),
    };
    this.apps.set(app.id, app);
    return app;
  }

  /** A code for the account's consent. */
  grant(grant: Grant): string {
    const code = newToken();
    this.grants.set(code, grant);
    return code;
  }

  /** A code is good once, for the app and the address it was given to. */
  redeem(
    code: string,
    client: {
      readonly id: string;
      readonly secret: string;
      readonly redirectUri: string;
    },
  ): Token {
    const grant = this.grants.get(code);
    const isSame =
      grant?.app.id === client.id && grant.app.secret === client.secret && grant.redirectUri === client.redirectUri;
    if (grant === undefined || !isSame) {
      throw new ApiError(400, 'invalid_grant');
    }
    this.grants.delete(code);
    return this.issue(grant.accountId, grant.scopes.split(' '), grant.app.name);
  }
}

export function bearerOf(request: Request): string | undefined {
  return /^Bearer (.+)$/iu.exec(request.get('authorization') ?? '')?.[1];
}

function covers(scopes: readonly string[], wanted: string): boolean {
  return scopes.includes(wanted) || scopes.includes(wanted.replace(/:.*$/u, ''));
}
