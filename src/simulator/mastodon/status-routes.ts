import type { Express, Request } from 'express';

import { allowed, bodyOf, param, type Backend, type Caller } from './backend.js';
import { ApiError, visibilities, type Media, type Post, type Visibility } from './model.js';
import { many, one } from './paging.js';

const keyKeptMs = 60 * 60_000;

interface Kept {
  readonly statusId: string;
  readonly until: number;
}

/** Publishing, reading, editing, deleting and liking statuses. */
export function statusRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;
  const keys = new Map<string, Kept>();

  app.post(
    '/api/v1/statuses',
    allowed(backend, 'write:statuses', (request, response, caller) => {
      const key = request.get('idempotency-key') ?? null;
      const kept = keys.get(`${caller.account.id} ${key ?? ''}`);
      const known =
        kept !== undefined && kept.until > world.now().getTime()
          ? world.posts.get(kept.statusId)
          : undefined;
      const post = known ?? publish(backend, request, caller);
      if (key !== null && world.quirks.noIdempotency !== true && known === undefined) {
        keys.set(`${caller.account.id} ${key}`, {
          statusId: post.id,
          until: world.now().getTime() + keyKeptMs,
        });
      }
      response.json(wire.status(post, caller.account.id));
    }),
  );

  app.get(
    '/api/v1/statuses/:id',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      if (world.quirks.noStatusRead === true) throw new ApiError(404, 'Not found');
      response.json(wire.status(world.visible(account.id, param(request, 'id')), account.id));
    }),
  );

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

  threadRoutes(app, backend);
}

function threadRoutes(app: Express, backend: Backend): void {
  const { world, wire } = backend;

  app.get(
    '/api/v1/statuses/:id/context',
    allowed(backend, 'read:statuses', (request, response, { account }) => {
      if (world.quirks.noContext === true) throw new ApiError(404, 'Not found');
      const post = world.visible(account.id, param(request, 'id'));
      const shown = (posts: readonly Post[]) =>
        posts
          .filter((one) => world.canSee(account.id, one))
          .map((one) => wire.status(one, account.id));
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

function publish(backend: Backend, request: Request, { account, token }: Caller): Post {
  const body = bodyOf(request);
  const parentId = one(body['in_reply_to_id']);
  if (parentId !== undefined) mustSee(backend, account.id, parentId);
  const spoiler = one(body['spoiler_text']);
  const language = one(body['language']);
  return backend.world.write(account, {
    text: one(body['status']) ?? '',
    visibility: visibilityOf(body['visibility']),
    media: mediaOf(backend, body['media_ids'], account.id),
    application: token.application,
    idempotencyKey: request.get('idempotency-key') ?? null,
    ...(parentId === undefined ? {} : { inReplyTo: parentId }),
    ...(spoiler === undefined ? {} : { spoiler }),
    ...(language === undefined ? {} : { language }),
  });
}

function mustSee(backend: Backend, viewer: string, parentId: string): void {
  const parent = backend.world.posts.get(parentId);
  if (parent === undefined || !backend.world.canSee(viewer, parent)) {
    throw new ApiError(404, 'The post you are trying to reply to does not appear to exist.');
  }
}

function visibilityOf(value: unknown): Visibility {
  if (value === undefined) return 'public';
  const visibility = visibilities.find((one) => one === value);
  if (visibility === undefined)
    throw new ApiError(422, 'Validation failed: Visibility is not included in the list');
  return visibility;
}

function mediaOf({ world }: Backend, ids: unknown, owner: string): Media[] {
  const media = many(ids).flatMap((id) => world.media.get(id) ?? []);
  if (media.some((one) => one.looks > 0 && one.owner === owner)) {
    throw new ApiError(
      422,
      'Cannot attach files that have not finished processing. Try again in a moment!',
    );
  }
  return media.filter((one) => one.owner === owner);
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
