import express, { type Express, type Request, type Response } from 'express';

import { digText } from '../kit/dig.js';
import { commentOnWire, liveOnWire, pageOf, threadOnWire } from './wire.js';
import type { World } from './world.js';

class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

type Route = (world: World, request: Request, response: Response) => unknown;

const longest = 10_000;
const longestLive = 200;

const routes: Readonly<Record<string, readonly [number, Route]>> = {
  'GET /channels': [1, channels],
  'GET /commentThreads': [1, threads],
  'GET /comments': [1, comments],
  'POST /comments': [50, reply],
  'PUT /comments': [50, edit],
  'DELETE /comments': [50, remove],
  'POST /comments/setModerationStatus': [50, setStanding],
  'GET /videos': [1, videos],
  'GET /liveBroadcasts': [
    1,
    (world) => ({ items: world.chat === null ? [] : [{ snippet: { liveChatId: world.chat } }] }),
  ],
  'GET /liveChat/messages': [5, liveMessages],
  'POST /liveChat/messages': [20, sayLive],
};

export function youtubeRoutes(app: Express, world: World): void {
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.post('/token', (request, response) => {
    token(world, request, response);
  });
  app.use((request, response) => {
    try {
      answer(world, request, response);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { status, reason } = error;
      response.status(status).json({ error: { code: status, message: `no: ${reason}`, errors: [{ reason }] } });
    }
  });
}

function answer(world: World, request: Request, response: Response): void {
  const [cost, route] = routes[`${request.method} ${request.path}`] ?? [];
  if (cost === undefined || route === undefined) throw new ApiError(404, 'notFound');
  const known = world.tokens.get(request.get('authorization')?.replace('Bearer ', '') ?? '');
  if (known === undefined || known.isRefresh) throw new ApiError(401, 'authError');
  if (world.units + cost > world.quota) throw new ApiError(403, 'quotaExceeded');
  world.units += cost;
  const body = route(world, request, response);
  if (body === undefined) response.status(204).end();
  else response.json(body);
}

function token(world: World, request: Request, response: Response): void {
  const known = world.tokens.get(digText(request.body, 'refresh_token') ?? '');
  if (known?.isRefresh !== true) {
    response.status(400).json({ error: 'invalid_grant', error_description: 'Token has been expired or revoked.' });
    return;
  }
  const fresh = `ya29.${world.next()}`;
  world.tokens.set(fresh, { channel: known.channel, isRefresh: false });
  response.json({ access_token: fresh, expires_in: 3599, token_type: 'Bearer' });
}

function channels(world: World): object {
  return { items: [{ id: world.ours.id, snippet: { title: world.ours.name, customUrl: world.ours.name } }] };
}

function threads(world: World, { query }: Request): object {
  const tops = [...world.comments.values()].filter(({ parentId }) => parentId === null).reverse();
  const ids = idsOf(query['id']);
  const standing = digText(query, 'moderationStatus') ?? 'published';
  const found = tops.filter((top) => (ids.length === 0 ? true : ids.includes(top.id)) && top.standing === standing);
  return { kind: 'youtube#commentThreadListResponse', ...pageOf(found, query, (top) => threadOnWire(top, world)) };
}

function comments(world: World, { query }: Request): object {
  const ids = idsOf(query['id']);
  const found =
    ids.length > 0
      ? ids.flatMap((one) => world.comments.get(one) ?? [])
      : world.repliesTo(digText(query, 'parentId') ?? '');
  const onWire = (one: (typeof found)[number]): object => commentOnWire(one, world.ours.id);
  return { kind: 'youtube#commentListResponse', ...pageOf(found, query, onWire) };
}

function reply(world: World, request: Request): object {
  const text = digText(request.body, 'snippet.textOriginal') ?? '';
  const parent = world.comments.get(digText(request.body, 'snippet.parentId') ?? '');
  if (parent === undefined) throw new ApiError(404, 'parentCommentNotFound');
  if (text === '') throw new ApiError(400, 'commentTextRequired');
  if (text.length > longest) throw new ApiError(400, 'commentTextTooLong');
  const said = world.say(world.ours, { video: parent.video, parentId: parent.parentId ?? parent.id }, text);
  return commentOnWire(said, world.ours.id);
}

function edit(world: World, request: Request): object {
  const comment = world.comments.get(digText(request.body, 'id') ?? '');
  if (comment?.author !== world.ours) throw new ApiError(403, 'forbidden');
  comment.text = digText(request.body, 'snippet.textOriginal') ?? '';
  comment.updatedAt = new Date(world.now().getTime() + 1000).toISOString();
  return commentOnWire(comment, world.ours.id);
}

function remove(world: World, { query }: Request): undefined {
  const comment = world.comments.get(digText(query, 'id') ?? '');
  if (comment === undefined) throw new ApiError(404, 'commentNotFound');
  if (comment.author !== world.ours) throw new ApiError(403, 'forbidden');
  world.remove(comment.id);
}

function setStanding(world: World, { query }: Request): undefined {
  const standing = (['published', 'heldForReview', 'rejected'] as const).find(
    (one) => one === query['moderationStatus'],
  );
  for (const comment of idsOf(query['id']).flatMap((one) => world.comments.get(one) ?? [])) {
    comment.standing = standing ?? comment.standing;
  }
}

function videos(_world: World, { query }: Request): object {
  return { items: idsOf(query['id']).map((id) => ({ id, snippet: { title: `The video ${id}` } })) };
}

function liveMessages(world: World, { query }: Request): object {
  if (world.chat === null) throw new ApiError(403, 'liveChatEnded');
  const start = Number(query['pageToken'] ?? 0);
  const said = world.live.slice(start);
  return { items: said.map(liveOnWire), nextPageToken: String(world.live.length), pollingIntervalMillis: 5000 };
}

function sayLive(world: World, request: Request): object {
  const text = digText(request.body, 'snippet.textMessageDetails.messageText') ?? '';
  if (world.chat === null) throw new ApiError(403, 'liveChatEnded');
  if (text === '' || text.length > longestLive) throw new ApiError(400, 'messageTextInvalid');
  const publishedAt = world.now().toISOString();
  const said = { id: `LCC.${world.next()}`, chat: world.chat, author: world.ours, text, publishedAt };
  world.live.push(said);
  return liveOnWire(said);
}

function idsOf(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}
