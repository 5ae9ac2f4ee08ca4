import express, { type Express, type Request, type Response } from 'express';

import { digList, digText } from '../kit/dig.js';
import { bodyOf } from '../kit/station.js';
import type { Hooks } from './hooks.js';
import type { Wire } from './wire.js';
import type { Tweet, World } from './world.js';

export interface Backend {
  readonly world: World;
  readonly wire: Wire;
  readonly hooks: Hooks;
  readonly bearer: string;
  /** False for an Enterprise contract, which may reply to anybody. */
  readonly rules: { isSummoned: boolean; directLimit: number; used: number; cap: number };
  tell(tweet: Tweet): void;
}

class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    detail: string,
  ) {
    super(detail);
  }
}

type Route = (request: Request, backend: Backend) => unknown;

/** As the account whose token it is, or as the app: [method, path, status, what it does]. */
const routes: readonly (readonly ['get' | 'post' | 'put' | 'delete', string, number, Route])[] = [
  ['get', '/2/users/me', 200, (request, { wire, world }) => ({ data: wire.user(callerOf(request, world)) })],
  ['get', '/2/users/:id/mentions', 200, mentions],
  ['get', '/2/users/:id/tweets', 200, ownTweets],
  ['get', '/2/users/:id', 200, (request, { wire }) => ({ data: wire.user(part(request)) })],
  ['post', '/2/tweets', 201, reply],
  ['delete', '/2/tweets/:id', 200, remove],
  ['put', '/2/tweets/:id/hidden', 200, hide],
  ['get', '/2/dm_events', 200, directs],
  ['get', '/2/dm_conversations/with/:id/dm_events', 200, directs],
  ['post', '/2/dm_conversations/with/:id/messages', 201, write],
  ['post', '/2/media/upload/initialize', 200, (_request, { world }) => ({ data: { id: world.nextId() } })],
  ['post', '/2/media/upload/:id/append', 200, () => ({ data: { expires_at: 0 } })],
  ['post', '/2/media/upload/:id/finalize', 200, (request) => ({ data: { id: part(request) } })],
  ['get', '/2/usage/tweets', 200, usage],
  ['get', '/2/webhooks', 200, (request, backend) => ({ data: asApp(request, backend).hooks.hooks })],
  ['get', '/2/activity/subscriptions', 200, (request, back) => ({ data: asApp(request, back).hooks.subscriptions })],
  ['post', '/2/activity/subscriptions', 201, subscribe],
  ['delete', '/2/activity/subscriptions/:id', 200, unsubscribe],
];

export function apiRoutes(app: Express, backend: Backend): void {
  app.use(express.json(), express.urlencoded({ extended: true }));
  app.post('/2/oauth2/token', (request, response) => {
    answering(response, () => response.json(renew(request, backend)));
  });
  for (const [method, path, status, route] of routes) {
    app[method](path, (request, response) => {
      answering(response, () => response.status(status).json(route(request, backend)));
    });
  }
  app.post('/2/webhooks', (request, response) => void register(request, response, backend));
  app.put('/2/webhooks/:id', (request, response) => void recheck(request, response, backend));
}

function answering(response: Response, task: () => unknown): void {
  try {
    task();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const type = `https://api.x.com/2/problems/${error.type}`;
    response.status(error.status).json({ title: error.type, detail: error.message, type, status: error.status });
  }
}

function callerOf(request: Request, world: World): string {
  const token = /^Bearer (.+)$/u.exec(request.get('authorization') ?? '')?.[1];
  const userId = world.access.get(token ?? '');
  if (userId === undefined) throw new Problem(401, 'about:blank', 'Unauthorized');
  return userId;
}

function asApp(request: Request, backend: Backend): Backend {
  if (request.get('authorization') !== `Bearer ${backend.bearer}`) {
    throw new Problem(403, 'unsupported-authentication', 'Application-Only is needed');
  }
  return backend;
}

function part(request: Request): string {
  return String(request.params['id']);
}

/** A refresh token is good once. */
function renew(request: Request, { world }: Backend): unknown {
  const token = digText(bodyOf(request), 'refresh_token') ?? '';
  const userId = world.refresh.get(token);
  if (userId === undefined) throw new Problem(400, 'invalid_request', 'Value passed for the token was invalid.');
  world.refresh.delete(token);
  const { accessToken, refreshToken } = world.grant(userId);
  const scope = 'tweet.read tweet.write users.read dm.read dm.write media.write tweet.moderate.write offline.access';
  return { token_type: 'bearer', expires_in: 7200, access_token: accessToken, refresh_token: refreshToken, scope };
}

function paged<T extends { readonly at: Date }>(all: readonly T[], request: Request) {
  const { searchParams: query } = new URL(request.originalUrl, 'http://localhost');
  const from = Date.parse(query.get('start_time') ?? '1970-01-01T00:00:00Z');
  const fitting = all.filter(({ at }) => at.getTime() >= from);
  const end = Number(query.get('pagination_token') ?? fitting.length);
  const begin = Math.max(0, end - Number(query.get('max_results') ?? 10));
  const page = fitting.slice(begin, end).reverse();
  return { page, meta: { result_count: page.length, ...(begin === 0 ? {} : { next_token: String(begin) }) } };
}

function tweetPage(tweets: readonly Tweet[], request: Request, { wire }: Backend): unknown {
  const { page, meta } = paged(tweets, request);
  // An empty page has no data at all.
  if (page.length === 0) return { meta };
  return { data: page.map((tweet) => wire.tweet(tweet)), includes: wire.includes(page), meta };
}

/** The implied ones as well: whoever is in a conversation is named by a reply in it. */
function mentions(request: Request, backend: Backend): unknown {
  const me = callerOf(request, backend.world);
  const all = [...backend.world.tweets.values()].filter(
    ({ mentions: named, authorId }) => named.includes(me) && authorId !== me,
  );
  return tweetPage(all, request, backend);
}

function ownTweets(request: Request, backend: Backend): unknown {
  const me = callerOf(request, backend.world);
  return tweetPage(
    [...backend.world.tweets.values()].filter(({ authorId }) => authorId === me),
    request,
    backend,
  );
}

function reply(request: Request, backend: Backend): unknown {
  const { world } = backend;
  const me = callerOf(request, world);
  const body = bodyOf(request);
  const [text, parentId] = [digText(body, 'text') ?? '', digText(body, 'reply.in_reply_to_tweet_id')];
  if (parentId !== undefined) mayReply(me, parentId, backend);
  const isSaid = [...world.tweets.values()].some(
    (one) => one.authorId === me && one.text === text && one.parentId === parentId,
  );
  if (isSaid) throw new Problem(403, 'forbidden', 'You are not allowed to create a post with duplicate content.');
  const media = digList(body, 'media.media_ids').map(String);
  const tweet = world.post(me, { text, media, ...(parentId === undefined ? {} : { parentId }) });
  backend.tell(tweet);
  return { data: { id: tweet.id, text, edit_history_tweet_ids: [tweet.id] } };
}

/** Who is answered must have named or quoted the account, but for who pays for more. */
function mayReply(me: string, parentId: string, { world, rules }: Backend): void {
  const parent = world.tweets.get(parentId);
  if (parent === undefined) {
    throw new Problem(
      400,
      'invalid-request',
      'You attempted to reply to a post that is deleted or not visible to you.',
    );
  }
  const isAsked = parent.mentions.includes(me) || world.tweets.get(parent.quotedId ?? '')?.authorId === me;
  if (rules.isSummoned && !isAsked) {
    throw new Problem(403, 'forbidden', 'You can only reply to posts in which your account is mentioned or quoted.');
  }
}

function remove(request: Request, { world }: Backend): unknown {
  const me = callerOf(request, world);
  if (world.tweets.get(part(request))?.authorId !== me)
    throw new Problem(404, 'resource-not-found', 'Could not find it');
  return { data: { deleted: world.tweets.delete(part(request)) } };
}

function hide(request: Request, { world }: Backend): unknown {
  const me = callerOf(request, world);
  const tweet = world.tweets.get(part(request));
  if (tweet === undefined) throw new Problem(404, 'resource-not-found', 'Could not find it');
  if (world.tweets.get(tweet.conversationId)?.authorId !== me)
    throw new Problem(403, 'forbidden', 'Not your conversation');
  tweet.isHidden = bodyOf(request)['hidden'] === true;
  return { data: { hidden: tweet.isHidden } };
}

function directs(request: Request, { world, wire, rules }: Backend): unknown {
  const me = callerOf(request, world);
  rules.directLimit -= 1;
  if (rules.directLimit < 0) throw new Problem(429, 'rate-limit-exceeded', 'Too Many Requests');
  const other = request.params['id'];
  const all = world.directs.filter(({ from, to }) => {
    const isOurs = from === me || to === me;
    return isOurs && (other === undefined || from === other || to === other);
  });
  const { page, meta } = paged(all, request);
  if (page.length === 0) return { meta };
  const people = new Set(page.flatMap(({ from, to }) => [from, to]));
  return {
    data: page.map((one) => wire.direct(one)),
    includes: { users: [...people].map((id) => wire.user(id)) },
    meta,
  };
}

function write(request: Request, backend: Backend): unknown {
  const { world, hooks, wire } = backend;
  const me = callerOf(request, world);
  const other = part(request);
  if (world.closed.has(other)) {
    throw new Problem(403, 'forbidden', 'You do not have permission to send Direct Messages to this user.');
  }
  const body = bodyOf(request);
  const media = digList(body, 'attachments').map((one) => digText(one, 'media_id') ?? '');
  const direct = world.write(me, other, { text: digText(body, 'text') ?? '', media });
  hooks.tell(me, 'dm.sent', { payload: wire.directEvent(direct) });
  return { data: { dm_conversation_id: wire.direct(direct).dm_conversation_id, dm_event_id: direct.id } };
}

function usage(request: Request, backend: Backend): unknown {
  const { used, cap } = asApp(request, backend).rules;
  return { data: { project_usage: String(used), project_cap: String(cap), cap_reset_day: 3, project_id: '1' } };
}

async function register(request: Request, response: Response, backend: Backend): Promise<void> {
  const url = digText(bodyOf(request), 'url') ?? '';
  const isGood = await backend.hooks.check(url);
  answering(response, () => {
    asApp(request, backend);
    if (!isGood) throw new Problem(400, 'invalid-request', 'CrcValidationFailed');
    const hook = { id: backend.world.nextId(), url, valid: true };
    backend.hooks.hooks.push(hook);
    response.json({ data: hook });
  });
}

async function recheck(request: Request, response: Response, backend: Backend): Promise<void> {
  const hook = backend.hooks.hooks.find(({ id }) => id === part(request));
  if (hook !== undefined) hook.valid = await backend.hooks.check(hook.url);
  answering(response, () => {
    asApp(request, backend);
    response.json({ data: { valid: hook?.valid ?? false } });
  });
}

function subscribe(request: Request, backend: Backend): unknown {
  callerOf(request, backend.world);
  const body = bodyOf(request);
  const one = {
    subscription_id: backend.world.nextId(),
    event_type: digText(body, 'event_type') ?? '',
    filter: { user_id: digText(body, 'filter.user_id') ?? '' },
  };
  backend.hooks.subscriptions.push(one);
  return { data: one };
}

function unsubscribe(request: Request, backend: Backend): unknown {
  const { subscriptions } = asApp(request, backend).hooks;
  const at = subscriptions.findIndex((one) => one.subscription_id === part(request));
  if (at >= 0) subscriptions.splice(at, 1);
  return { data: { deleted: at >= 0 } };
}
