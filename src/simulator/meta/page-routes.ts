import type { Express } from 'express';

import { allowed, answering, asApp, type Backend, type Params } from './backend.js';
import { GraphError, type Page, type Token } from './model.js';
import { paged } from './paging.js';
import { postTold, reviewTold } from './wire.js';
import { seconds } from './world.js';

/** Tokens, Pages, their subscriptions and their lists. */
export function pageRoutes(app: Express, backend: Backend): void {
  const { world } = backend;
  app.get(
    '/debug_token',
    asApp(backend, (params) => ({ data: tokenTold(backend, params['input_token'] ?? '') })),
  );

  app.get(
    '/me',
    allowed(backend, null, ({ page, token }) => (token.kind === 'USER' ? userTold(page) : pageTold(page))),
  );

  app.get(
    '/me/accounts',
    allowed(backend, 'pages_show_list', () => ({
      data: [...world.state.pages.values()].map((page) => ({
        ...pageTold(page),
        access_token: [...world.state.tokens.values()].find((one) => one.kind === 'PAGE' && one.pageId === page.id)
          ?.value,
        tasks: ['MODERATE', 'MESSAGING', 'ANALYZE'],
      })),
    })),
  );

  appSubscription(app, backend);
  pageSubscription(app, backend);
  lists(app, backend);
}

function appSubscription(app: Express, backend: Backend): void {
  const { state } = backend.world;
  app.get(
    '/:app/subscriptions',
    asApp(backend, () => ({
      data: state.app.callback === null ? [] : [{ object: 'page', callback_url: state.app.callback, active: true }],
    })),
  );
  app.post(
    '/:app/subscriptions',
    asApp(backend, async (params) => {
      const url = params['callback_url'] ?? '';
      const isKnown = params['verify_token'] === state.app.verifyToken;
      if (!isKnown || !(await backend.hooks.confirm(url))) {
        throw new GraphError(2200, '(#2200) callback verification failed', { status: 400 });
      }
      state.app.callback = url;
      return { success: true };
    }),
  );
}

function pageSubscription(app: Express, backend: Backend): void {
  const { state } = backend.world;
  const path = '/:page/subscribed_apps';
  const scope = 'pages_manage_metadata';
  app.get(
    path,
    allowed(backend, scope, ({ page }) => ({
      data: page.subscribed === null ? [] : [{ id: state.app.id, name: 'Relais', subscribed_fields: page.subscribed }],
    })),
  );
  app.post(
    path,
    allowed(backend, scope, ({ page, params }) => {
      page.subscribed = (params['subscribed_fields'] ?? '').split(',').filter((field) => field !== '');
      return { success: true };
    }),
  );
  app.delete(
    path,
    allowed(backend, scope, ({ page }) => {
      page.subscribed = null;
      return { success: true };
    }),
  );
}

function lists(app: Express, backend: Backend): void {
  const { state } = backend.world;
  for (const name of ['feed', 'tagged']) {
    app.get(
      `/:page/${name}`,
      allowed(backend, 'pages_read_user_content', ({ page, params }, request) => {
        const posts = [...state.posts.values()]
          .filter((post) => post.pageId === page.id && !post.isDeleted && post.isTagged === (name === 'tagged'))
          .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
        return paged(posts.map(postTold), askedOf(params, request.url), (post) => String(post['id']));
      }),
    );
  }
  app.get(
    '/:page/ratings',
    allowed(backend, 'pages_read_user_content', ({ page, params }, request) => {
      const reviews = [...state.reviews.values()].filter((review) => review.pageId === page.id).reverse();
      return paged(reviews.map(reviewTold), askedOf(params, request.url), (one) =>
        JSON.stringify(one['open_graph_story']),
      );
    }),
  );
  app.get('/healthz', (_request, response) => {
    answering(response, () => ({ pages: state.pages.size }));
  });
}

export function askedOf(params: Params, url: string) {
  return { limit: params['limit'], after: params['after'], url: `https://graph.facebook.com${url}` };
}

function tokenTold({ world }: Backend, value: string) {
  const { app, tokens } = world.state;
  const token = tokens.get(value);
  if (token === undefined)
    return { is_valid: false, error: { code: 190, message: 'Invalid OAuth access token.' }, scopes: [] };
  return {
    app_id: app.id,
    type: token.kind,
    application: 'Relais',
    is_valid: isAlive(token, world.now()),
    ...(token.isValid ? {} : { error: { code: 190, subcode: 460, message: 'The session has been invalidated' } }),
    expires_at: token.expiresAt === null ? 0 : seconds(token.expiresAt),
    data_access_expires_at: 0,
    scopes: token.scopes,
    profile_id: token.pageId,
  };
}

function isAlive(token: Token, now: Date): boolean {
  return token.isValid && (token.expiresAt === null || token.expiresAt > now);
}

function pageTold(page: Page) {
  return {
    id: page.id,
    name: page.name,
    username: page.name.toLowerCase().replace(/\W+/gu, ''),
    link: `https://www.facebook.com/${page.id}`,
    picture: { data: { url: `https://scontent.example/${page.id}.jpg` } },
  };
}

function userTold(page: Page) {
  return { id: `9${page.id.slice(1)}`, name: 'Administrator' };
}
