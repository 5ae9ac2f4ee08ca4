import type { Express, Request, Response } from 'express';

import { allowed, param, type Backend } from './backend.js';
import { ApiError, type Notice, type Post } from './model.js';
import { linkHeader, many, page, pageQuery } from './paging.js';

const pleromaTypes = ['mention', 'favourite', 'reblog', 'follow', 'poll', 'pleroma:emoji_reaction'];

/** Who the account is, what it wrote, and what it was told. */
export function accountRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.get(
    '/api/v1/accounts/verify_credentials',
    allowed(backend, 'read:accounts', (_request, response, { account }) => {
      response.json({
        ...wire.account(account),
        source: { privacy: 'public', language: 'en' },
        role: { id: '-99' },
      });
    }),
  );

  app.get(
    '/api/v1/accounts/:id',
    allowed(backend, 'read:accounts', (request, response) => {
      const person = world.people.get(param(request, 'id'));
      if (person === undefined) throw new ApiError(404, 'Record not found');
      response.json(wire.account(person));
    }),
  );

  app.get(
    '/api/v1/accounts/:id/statuses',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      if (world.quirks.noOwnStatuses === true) throw new ApiError(404, 'Not found');
      const author = param(request, 'id');
      const posts = [...world.posts.values()].filter(
        (post) => post.author.id === author && world.canSee(account.id, post),
      );
      const shown = page(posts, pageQuery(request, world.quirks, 20));
      answerPage(backend, { request, response }, shown);
      response.json(shown.map((post) => wire.status(post, account.id)));
    }),
  );

  notificationRoutes(app, backend);
  conversationRoutes(app, backend);
}

function notificationRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.get(
    '/api/v1/notifications',
    allowed(backend, 'read:notifications', (request, response, { account }) => {
      const shown = page(wanted(backend, request, account.id), pageQuery(request, world.quirks));
      answerPage(backend, { request, response }, shown);
      response.json(shown.map((notice) => wire.notification(notice)));
    }),
  );

  app.get(
    '/api/v1/notifications/:id',
    allowed(backend, 'read:notifications', (request, response, { account }) => {
      const notice = world.notices.find((one) => one.id === param(request, 'id') && one.to === account.id);
      if (notice === undefined) throw new ApiError(404, 'Record not found');
      response.json(wire.notification(notice));
    }),
  );
}

function wanted({ world }: Backend, request: Request, to: string): Notice[] {
  const types = [...many(request.query['types[]']), ...many(request.query['types'])];
  if (world.quirks.strictTypes === true && types.some((type) => !pleromaTypes.includes(type))) {
    throw new ApiError(400, 'types: Invalid value for enum.');
  }
  const without = many(request.query['exclude_types[]']);
  return world.notices.filter(
    (notice) =>
      notice.to === to && (types.length === 0 || types.includes(notice.type)) && !without.includes(notice.type),
  );
}

/** Direct statuses by the person they are exchanged with; the newest stands for the conversation. */
function conversationRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.get(
    '/api/v1/conversations',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      const direct = [...world.posts.values()].filter(
        (post) => post.visibility === 'direct' && world.canSee(account.id, post),
      );
      const byPeople = new Map(direct.map((post) => [peopleOf(post, account.id).join(' '), post]));
      const shown = page([...byPeople.values()], pageQuery(request, world.quirks, 20));
      answerPage(backend, { request, response }, shown);
      response.json(
        shown.map((post) => ({
          id: post.id,
          unread: post.author.id !== account.id,
          accounts: peopleOf(post, account.id).flatMap((id) => {
            const person = world.people.get(id);
            return person === undefined ? [] : [wire.account(person)];
          }),
          last_status: wire.status(post, account.id),
        })),
      );
    }),
  );

  app.post(
    '/api/v1/conversations/:id/read',
    allowed(backend, 'write:conversations', (request, response, { account }) => {
      const post = world.visible(account.id, param(request, 'id'));
      response.json({
        id: post.id,
        unread: false,
        accounts: [],
        last_status: wire.status(post, account.id),
      });
    }),
  );
}

function peopleOf(post: Post, but: string): string[] {
  const people = [post.author, ...post.mentions].map((person) => person.id).filter((id) => id !== but);
  return [...new Set(people)].sort();
}

function answerPage(
  { world }: Backend,
  { request, response }: { readonly request: Request; readonly response: Response },
  shown: readonly { readonly id: string }[],
): void {
  if (world.quirks.noLinkHeaders !== true) linkHeader(request, response, shown);
}
