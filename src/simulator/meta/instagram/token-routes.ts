import type { Express } from 'express';

import { newToken } from '../../../platform/ids.js';
import { answering, asAppOf, paramsOf } from '../backend.js';
import type { Hooks } from '../hooks.js';
import { GraphError } from '../model.js';
import { seconds } from '../world.js';
import { allowed, tokenOf } from './access.js';
import { scopesOf, type Account, type Token } from './model.js';
import type { World } from './world.js';

const day = 24 * 3_600_000;
const sixtyDays = 60 * 24 * 3600;

/** Logging in, tokens that end, and subscriptions. */
export function tokenRoutes(app: Express, world: World, hooks: Hooks): void {
  loginRoutes(app, world);
  app.get('/refresh_access_token', (request, response) => {
    answering(response, () => {
      const token = tokenOf(world, paramsOf(request)['access_token']);
      const isYoung = world.now().getTime() - token.madeAt.getTime() < day;
      if (isYoung) throw new GraphError(100, '(#100) The token is less than a day old');
      return longToken(world, world.account(token.accountId), token.scopes);
    });
  });
  app.get(
    '/debug_token',
    asAppOf(world.state.app, (params) => ({ data: tokenTold(world, params['input_token'] ?? '') })),
  );
  app.get(
    '/:app/subscriptions',
    asAppOf(world.state.app, () => ({
      data: world.state.app.callback === null ? [] : [{ object: 'instagram', callback_url: world.state.app.callback }],
    })),
  );
  app.post(
    '/:app/subscriptions',
    asAppOf(world.state.app, async (params) => {
      const url = params['callback_url'] ?? '';
      if (params['object'] !== 'instagram' || !(await hooks.confirm(url))) {
        throw new GraphError(2200, '(#2200) callback verification failed');
      }
      world.state.app.callback = url;
      return { success: true };
    }),
  );
  subscriptionRoutes(app, world);
}

function loginRoutes(app: Express, world: World): void {
  app.get('/oauth/authorize', (request, response) => {
    const params = paramsOf(request);
    const [account] = world.state.accounts.values();
    const code = newToken(12);
    world.state.codes.set(code, account?.id ?? '');
    response.redirect(`${params['redirect_uri']}?${new URLSearchParams({ code, state: params['state'] ?? '' })}#_`);
  });
  app.post('/oauth/access_token', (request, response) => {
    answering(response, () => {
      const params = paramsOf(request);
      const accountId = world.state.codes.get(params['code'] ?? '');
      world.state.codes.delete(params['code'] ?? '');
      if (accountId === undefined || params['client_secret'] !== world.state.app.secret) {
        throw new GraphError(100, 'Invalid authorization code');
      }
      const token = addToken(world, { accountId, ms: 3_600_000 });
      return { data: [{ access_token: token.value, user_id: accountId, permissions: token.scopes.join(',') }] };
    });
  });
  app.get('/access_token', (request, response) => {
    answering(response, () => {
      const params = paramsOf(request);
      if (params['client_secret'] !== world.state.app.secret) throw new GraphError(101, 'Wrong client secret');
      const token = tokenOf(world, params['access_token']);
      return longToken(world, world.account(token.accountId), token.scopes);
    });
  });
}

/** With Instagram the account itself is subscribed, with Facebook its Page. */
function subscriptionRoutes(app: Express, world: World): void {
  const path = '/:id/subscribed_apps';
  app.get(
    path,
    allowed(world, 'metadata', ({ account }) => ({
      data: account.subscribed === null ? [] : [{ id: world.state.app.id, subscribed_fields: account.subscribed }],
    })),
  );
  app.post(
    path,
    allowed(world, 'metadata', ({ account, params, token }) => {
      const fields = (params['subscribed_fields'] ?? '').split(',');
      // A Page's subscription lets everything through that the app has asked for.
      account.subscribed = token.login === 'facebook' ? [...fields, ...everything] : fields;
      return { success: true };
    }),
  );
  app.delete(
    path,
    allowed(world, 'metadata', ({ account }) => {
      account.subscribed = null;
      return { success: true };
    }),
  );
}

const everything = ['comments', 'mentions', 'messages', 'messaging_seen', 'message_reactions', 'message_edit'];

function longToken(world: World, account: Account, scopes: readonly string[]) {
  const token = addToken(world, { accountId: account.id, ms: sixtyDays * 1000, scopes });
  return { access_token: token.value, token_type: 'bearer', expires_in: sixtyDays };
}

export function addToken(
  world: World,
  of: { readonly accountId: string; readonly ms: number; readonly scopes?: readonly string[] },
): Token {
  const madeAt = world.now();
  const token: Token = {
    value: world.token(),
    login: 'instagram',
    accountId: of.accountId,
    scopes: of.scopes ?? scopesOf.instagram,
    madeAt,
    expiresAt: new Date(madeAt.getTime() + of.ms),
    isValid: true,
  };
  world.state.tokens.set(token.value, token);
  return token;
}

function tokenTold(world: World, value: string) {
  const token = world.state.tokens.get(value);
  if (token === undefined) return { is_valid: false, error: { code: 190, message: 'Invalid OAuth access token.' } };
  return {
    app_id: world.state.app.id,
    type: 'PAGE',
    is_valid: token.isValid,
    expires_at: token.expiresAt === null ? 0 : seconds(token.expiresAt),
    scopes: token.scopes,
  };
}
