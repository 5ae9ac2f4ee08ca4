import type { Request } from 'express';

import { bodyOf, type Backend, type Caller } from './backend.js';
import { ApiError, visibilities, type Media, type Post, type Visibility } from './model.js';
import { many, one } from './paging.js';

const keyKeptMs = 60 * 60_000;

interface Kept {
  readonly statusId: string;
  readonly until: number;
}

/** Publishes statuses, each key once within the hour. */
export class Publisher {
  private readonly keys = new Map<string, Kept>();

  constructor(private readonly backend: Backend) {}

  publish(request: Request, caller: Caller): Post {
    const key = request.get('idempotency-key');
    if (key === undefined) return publish(this.backend, request, caller);
    const whole = `${caller.account.id} ${key}`;
    const known = this.known(whole);
    if (known !== undefined) return known;
    const post = publish(this.backend, request, caller);
    this.keys.set(whole, { statusId: post.id, until: this.now() + keyKeptMs });
    return post;
  }

  private known(key: string): Post | undefined {
    const { world } = this.backend;
    const kept = this.keys.get(key);
    if (kept === undefined || kept.until <= this.now() || world.quirks.noIdempotency === true) return undefined;
    return world.posts.get(kept.statusId);
  }

  private now(): number {
    return this.backend.world.now().getTime();
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
  if (visibility === undefined) throw new ApiError(422, 'Validation failed: Visibility is not included in the list');
  return visibility;
}

export function mediaOf({ world }: Backend, ids: unknown, owner: string): Media[] {
  const media = many(ids).flatMap((id) => world.media.get(id) ?? []);
  if (media.some((one) => one.looks > 0 && one.owner === owner)) {
    throw new ApiError(422, 'Cannot attach files that have not finished processing. Try again in a moment!');
  }
  return media.filter((one) => one.owner === owner);
}
