import type { Express, Request } from 'express';

import { allowed, bodyOf, param, type Backend } from './backend.js';
import { ApiError, type Post } from './model.js';
import { one } from './paging.js';
import { mediaOf, Publisher } from './publish.js';

/** Publishing, reading, editing, deleting and liking statuses. */
export function statusRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;
  const publisher = new Publisher(backend);

  app.post(
    '/api/v1/statuses',
    allowed(backend, 'write:statuses', (request, response, caller) => {
      response.json(wire.status(publisher.publish(request, caller), caller.account.id));
    }),
  );

  app.get(
    '/api/v1/statuses/:id',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      if (world.quirks.noStatusRead === true) throw new ApiError(404, 'Not found');
      response.json(wire.status(world.visible(account.id, param(request, 'id')), account.id));
    }),
  );

  ownRoutes(app, backend);
  threadRoutes(app, backend);
}

function ownRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.put(
    '/api/v1/statuses/:id',
    allowed(backend, 'write:statuses', (request, response, { account }) => {
      const body = bodyOf(request);
      const post = world.edit(ownPost(backend, request, account.id), {
        text: one(body['status']) ?? '',
        spoiler: one(body['spoiler_text']) ?? '',
        media: mediaOf(backend, body['media_ids'], account.id),
      });
      response.json(wire.status(post, account.id));
    }),
  );

  app.delete(
    '/api/v1/statuses/:id',
    allowed(backend, 'write:statuses', (request, response, { account }) => {
      const post = ownPost(backend, request, account.id);
      world.remove(post);
      response.json({ ...wire.status(post, account.id), text: post.text });
    }),
  );
}

function threadRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.get(
    '/api/v1/statuses/:id/context',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      if (world.quirks.noContext === true) throw new ApiError(404, 'Not found');
      const post = world.visible(account.id, param(request, 'id'));
      const shown = (posts: readonly Post[]) =>
        posts.filter((one) => world.canSee(account.id, one)).map((one) => wire.status(one, account.id));
      response.json({
        ancestors: shown(ancestors(backend, post)),
        descendants: shown(descendants(backend, post)),
      });
    }),
  );

  for (const verb of ['favourite', 'unfavourite']) {
    app.post(
      `/api/v1/statuses/:id/${verb}`,
      allowed(backend, 'write:favourites', (request, response, { account }) => {
        const post = world.visible(account.id, param(request, 'id'));
        if (verb === 'favourite') world.favourite(account, post);
        else post.favouritedBy.delete(account.id);
        response.json(wire.status(post, account.id));
      }),
    );
  }
}

function ownPost({ world }: Backend, request: Request, owner: string): Post {
  const post = world.posts.get(param(request, 'id'));
  if (post?.author.id !== owner) throw new ApiError(404, 'Record not found');
  return post;
}

function ancestors({ world }: Backend, post: Post): Post[] {
  const found: Post[] = [];
  for (let next = post.inReplyTo; next !== null;) {
    const parent = world.posts.get(next);
    if (parent === undefined) break;
    found.unshift(parent);
    next = parent.inReplyTo;
  }
  return found;
}

function descendants(backend: Backend, post: Post): Post[] {
  const children = [...backend.world.posts.values()].filter((one) => one.inReplyTo === post.id);
  return children.flatMap((child) => [child, ...descendants(backend, child)]);
}
