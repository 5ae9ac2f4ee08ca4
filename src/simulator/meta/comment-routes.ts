import type { Express, Request } from 'express';
import multer from 'multer';

import { allowed, part, type Backend, type Caller, type Params } from './backend.js';
import { GraphError, type Comment, type Conversation } from './model.js';
import { askedOf } from './page-routes.js';
import { expansion, paged } from './paging.js';
import { commentTold, conversationTold, directTold, postTold, profileTold } from './wire.js';
import type { World } from './world.js';

const manage = 'pages_manage_engagement';

/** Reading, writing and moderating what stands under posts. */
export function commentRoutes(app: Express, backend: Backend): void {
  app.get(
    '/:id/comments',
    allowed(backend, 'pages_read_engagement', (caller, request) => commentsUnder(backend, caller, request)),
  );
  app.post(
    '/:id/comments',
    multer({ storage: multer.memoryStorage() }).single('source'),
    allowed(backend, manage, ({ page, params }, request) => {
      const { file } = request;
      const photo = file === undefined ? (params['attachment_url'] ?? null) : fileUrl(backend, file.originalname);
      const draft = { author: page, message: params['message'] ?? '', photo, byApp: true };
      const files = file === undefined ? [] : [file.originalname];
      return { id: backend.feed.comment(part(request, 'id'), { ...draft, files }).id };
    }),
  );
  for (const method of ['post', 'delete'] as const) {
    app[method](
      '/:id/likes',
      allowed(backend, manage, (_caller, request) => {
        backend.feed.commentOf(part(request, 'id')).isLiked = method === 'post';
        return { success: true };
      }),
    );
  }
  thingRoutes(app, backend);
}

/** What is addressed by its bare id; mounted last. */
function thingRoutes(app: Express, backend: Backend): void {
  const { feed } = backend;
  app.get(
    '/:id',
    allowed(backend, 'pages_read_engagement', (caller, request) => thing(backend, caller, part(request, 'id'))),
  );
  app.post(
    '/:id',
    allowed(backend, manage, ({ page, params }, request) => {
      const comment = feed.commentOf(part(request, 'id'));
      const hidden = params['is_hidden'];
      if (hidden !== undefined) feed.hideComment(comment, hidden === 'true');
      else feed.editComment(own(comment, page.id), params['message'] ?? '');
      return { success: true };
    }),
  );
  app.delete(
    '/:id',
    allowed(backend, manage, (_caller, request) => {
      feed.removeComment(feed.commentOf(part(request, 'id')));
      return { success: true };
    }),
  );
}

function commentsUnder({ world, feed }: Backend, { page, params }: Caller, request: Request) {
  const on = part(request, 'id');
  const isReview = world.state.reviews.has(on);
  if (!isReview && world.state.posts.has(on)) feed.postOf(on);
  else if (!isReview) feed.commentOf(on);
  const isStream = params['filter'] === 'stream';
  const found = [...world.state.comments.values()].filter(
    (one) => !one.isDeleted && (one.parentId === on || (isStream && one.postId === on)),
  );
  if (params['order'] === 'reverse_chronological') found.reverse();
  return paged(
    found.map((one) => commentTold(one, page)),
    askedOf(params, request.url),
    (one) => String(one['id']),
  );
}

function thing(backend: Backend, { page, params }: Caller, id: string): unknown {
  const { world, feed } = backend;
  const conversation = world.state.conversations.get(id);
  if (conversation !== undefined) return withMessages(conversation, world, params);
  const person = world.personOf(page, id);
  if (person !== undefined) return profileTold(person);
  if (!world.state.posts.has(id)) return commentTold(feed.commentOf(id), page);
  if (/\bparent\b/u.test(params['fields'] ?? '')) {
    throw new GraphError(100, '(#100) Tried accessing nonexisting field (parent) on node type (Post)');
  }
  return postTold(feed.postOf(id));
}

function withMessages(conversation: Conversation, world: World, params: Params): unknown {
  const asked = expansion(params, 'messages');
  if (asked === null) return conversationTold(conversation, world);
  const url = `https://graph.facebook.com/${conversation.id}/messages`;
  const newest = conversation.messages.filter((message) => !message.isDeleted).reverse();
  const list = paged(newest, { ...asked, url }, (one) => one.mid);
  return { ...conversationTold(conversation, world), messages: { ...list, data: list.data.map(directTold) } };
}

function own(comment: Comment, pageId: string): Comment {
  if (comment.author.id === pageId) return comment;
  throw new GraphError(200, '(#200) Permissions error: only the author can edit a comment', { status: 403 });
}

function fileUrl({ world }: Backend, name: string): string {
  return `${world.origin}/files/${world.nextId()}/${encodeURIComponent(name)}`;
}
