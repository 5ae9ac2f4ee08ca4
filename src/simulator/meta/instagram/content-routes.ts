import type { Express, Request } from 'express';

import { part } from '../backend.js';
import { GraphError } from '../model.js';
import { expansion, paged } from '../paging.js';
import { written } from '../world.js';
import { allowed, type Caller } from './access.js';
import { need, type Comment, type Media, type Person } from './model.js';
import type { World } from './world.js';
import { conversationTold } from './message-routes.js';

/** Media, comments, mentions and profiles. */
export function contentRoutes(app: Express, world: World): void {
  app.get(
    '/me',
    allowed(world, 'basic', (caller) => meTold(caller)),
  );
  for (const edge of ['media', 'tags'] as const) {
    app.get(
      `/:id/${edge}`,
      allowed(world, 'basic', ({ account, params }, request) => {
        const tagged = [...world.state.media.values()].filter((media) => media.tags === account.id).reverse();
        const found = edge === 'media' ? world.mediaOf(account) : tagged;
        const told = found.map((media) => mediaTold(media, world));
        return paged(told, asked(params, request), (one) => String(one.id));
      }),
    );
  }
  commentRoutes(app, world);
  app.post(
    '/:id/mentions',
    allowed(world, 'comments', ({ account, params, token }) => {
      if (token.login === 'instagram') throw new GraphError(100, '(#100) Unsupported post request', { subcode: 33 });
      const on = params['comment_id'] ?? params['media_id'] ?? '';
      const from = { id: account.id, username: account.username };
      const comment = world.comment(on, from, params['message'] ?? '');
      return { id: publish(world, { kind: 'mention', comment, on }) };
    }),
  );
}

function commentRoutes(app: Express, world: World): void {
  for (const edge of ['comments', 'replies'] as const) {
    app.get(
      `/:id/${edge}`,
      allowed(world, 'comments', ({ params }, request) => {
        const on = part(request, 'id');
        const all = edge === 'comments' ? world.commentsUnder(on) : world.commentsUnder(world.commentOf(on).mediaId);
        const found = all.filter((one) => (edge === 'comments' ? one.parentId === null : one.parentId === on));
        const told = found.map((one) => commentTold(one, world, edge === 'comments'));
        return paged(told, asked(params, request), (one) => String(one.id));
      }),
    );
    app.post(
      `/:id/${edge}`,
      allowed(world, 'comments', ({ account, params }, request) => {
        const on = part(request, 'id');
        const from = { id: account.id, username: account.username };
        const comment = world.comment(on, from, params['message'] ?? '');
        return { id: publish(world, { kind: 'comment', comment, on: comment.parentId ?? on }) };
      }),
    );
  }
}

/** What is addressed by its bare id; mounted last. */
export function thingRoutes(app: Express, world: World): void {
  app.get(
    '/:id',
    allowed(world, 'basic', (caller, request) => thing(world, caller, part(request, 'id'))),
  );
  app.post(
    '/:id',
    allowed(world, 'comments', ({ params }, request) => {
      world.commentOf(part(request, 'id')).isHidden = params['hide'] === 'true';
      return { success: true };
    }),
  );
  app.delete(
    '/:id',
    allowed(world, 'comments', (_caller, request) => {
      world.commentOf(part(request, 'id')).isDeleted = true;
      return { success: true };
    }),
  );
}

function publish(world: World, of: { kind: 'comment' | 'mention'; comment: Comment; on: string }): string {
  const { comment, kind, on } = of;
  world.state.published.push({ kind, id: comment.id, on, text: comment.text, files: [], tag: null });
  return comment.id;
}

function thing(world: World, { account, params, token }: Caller, id: string): unknown {
  const conversation = world.state.conversations.get(id);
  if (conversation !== undefined) return conversationTold(conversation, account, expansion(params, 'messages'));
  const person = world.state.people.get(id);
  if (person !== undefined) return profileTold(person);
  if (id === account.id && token.login === 'facebook') return mentionTold(world, params['fields'] ?? '');
  return commentTold(world.commentOf(id), world, false);
}

function mentionTold(world: World, fields: string): unknown {
  const commentId = /mentioned_comment\.comment_id\((\d+)\)/u.exec(fields)?.[1];
  if (commentId !== undefined) {
    const { id, text, at, from, mediaId } = world.commentOf(commentId);
    const media = { id: mediaId, permalink: `https://www.instagram.com/p/${mediaId}/` };
    return { mentioned_comment: { id, text, timestamp: written(at), username: from.username, media } };
  }
  const mediaId = /mentioned_media\.media_id\((\d+)\)/u.exec(fields)?.[1] ?? '';
  return { mentioned_media: mediaTold(need(world.state.media.get(mediaId), mediaId), world) };
}

function meTold({ account, token }: Caller) {
  const { id, scopedId, username, pageId } = account;
  const profile = { username, name: `${username} care`, profile_picture_url: `https://scontent.example/${id}.jpg` };
  if (token.login === 'instagram') return { user_id: id, id: scopedId, account_type: 'BUSINESS', ...profile };
  return { id: pageId, name: username, instagram_business_account: { id, ...profile } };
}

function mediaTold(media: Media, world: World) {
  return {
    id: media.id,
    caption: media.caption,
    username: media.username,
    media_type: 'IMAGE',
    media_url: `https://scontent.example/${media.id}.jpg`,
    permalink: `https://www.instagram.com/p/${media.id}/`,
    timestamp: written(media.at),
    comments_count: world.commentsUnder(media.id).length,
  };
}

interface Told {
  readonly id: string;
  readonly [field: string]: unknown;
}

function commentTold(comment: Comment, world: World, withReplies: boolean): Told {
  const below = world.commentsUnder(comment.mediaId).filter((one) => one.parentId === comment.id);
  const media = world.state.media.get(comment.mediaId);
  return {
    id: comment.id,
    ...{ text: comment.text, timestamp: written(comment.at), username: comment.from.username, from: comment.from },
    ...(comment.parentId === null ? {} : { parent_id: comment.parentId }),
    ...(media === undefined ? {} : { media: { id: media.id } }),
    hidden: comment.isHidden,
    ...(withReplies && below.length > 0
      ? { replies: { data: below.map((one) => commentTold(one, world, false)) } }
      : {}),
  };
}

function profileTold({ id, username }: Person) {
  return { id, username, name: username, profile_pic: `https://scontent.example/${id}.jpg`, follower_count: 12 };
}

function asked(params: Caller['params'], request: Request) {
  return { limit: params['limit'], after: params['after'], url: `https://graph.facebook.com${request.url}` };
}
