import type { Express, Request } from 'express';

import { allowed, answering, bodyOf, type Backend } from './backend.js';
import { ApiError } from './model.js';
import { one } from './paging.js';

/** Registration of apps and the authorization-code flow. */
export function oauthRoutes(app: Express, backend: Backend): void {
  const { access } = backend;

  app.post('/api/v1/apps', (request, response) => {
    answering(response, () => {
      response.json(registered(backend, request));
    });
  });

  app.get('/oauth/authorize', (request, response) => {
    answering(response, () => {
      response.redirect(consented(backend, request).href);
    });
  });

  app.post('/oauth/token', (request, response) => {
    answering(response, () => {
      response.json(redeemed(backend, request));
    });
  });

  app.post('/oauth/revoke', (request, response) => {
    access.revoke(word(request, 'token'));
    response.json({});
  });

  app.get(
    '/api/v1/apps/verify_credentials',
    allowed(backend, null, (_request, response, { token }) => {
      const { application: name, scopes } = token;
      response.json({ id: '1', name, website: null, scopes, redirect_uris: [] });
    }),
  );
}

function registered({ access }: Backend, request: Request) {
  const redirectUri = word(request, 'redirect_uris');
  if (redirectUri === '') throw new ApiError(422, "Validation failed: Redirect URI can't be blank");
  const uris = redirectUri.split(/\s+/u);
  const scopes = word(request, 'scopes') || 'read';
  const { id, name, secret } = access.register(word(request, 'client_name'), uris, scopes);
  return {
    id: '1',
    name,
    website: null,
    scopes: scopes.split(' '),
    redirect_uris: uris,
    redirect_uri: uris.join('\n'),
    client_id: id,
    client_secret: secret,
  };
}

/** Nobody is asked: consent is given for the account that the query names (`account`), or for the first of ours. */
function consented({ access, world, origin }: Backend, request: Request): URL {
  const query = new URL(request.originalUrl, origin).searchParams;
  const app = access.apps.get(query.get('client_id') ?? '');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (app?.redirectUris.includes(redirectUri) !== true) throw new ApiError(401, 'invalid_client');
  const ours = [...world.ours];
  const named = ours.find((id) => world.people.get(id)?.username === query.get('account'));
  const accountId = named ?? ours[0] ?? '';
  const back = new URL(redirectUri);
  const scopes = query.get('scope') ?? 'read';
  back.searchParams.set('code', access.grant({ app, accountId, redirectUri, scopes }));
  back.searchParams.set('state', query.get('state') ?? '');
  return back;
}

function redeemed({ access, world }: Backend, request: Request) {
  const client = {
    id: word(request, 'client_id'),
    secret: word(request, 'client_secret'),
    redirectUri: word(request, 'redirect_uri'),
  };
  const token = access.redeem(word(request, 'code'), client);
  return {
    access_token: token.value,
    token_type: 'Bearer',
    scope: token.scopes.join(' '),
    created_at: Math.floor(world.now().getTime() / 1000),
  };
}

function word(request: Request, name: string): string {
  return one(bodyOf(request)[name]) ?? '';
}
