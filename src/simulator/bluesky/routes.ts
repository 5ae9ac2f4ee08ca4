import express, { type Express, type Request, type Response } from 'express';

import { digText } from '../kit/dig.js';
import { bodyOf } from '../kit/station.js';
import { XrpcError } from './access.js';
import { chatMethods } from './chat-methods.js';
import type { Backend, Call, Method } from './backend.js';
import { repoMethods } from './repo-methods.js';
import { viewMethods } from './view-methods.js';

const window = { limit: 3000, seconds: 300 };

export function xrpcRoutes(app: Express, backend: Backend): void {
  const methods: Readonly<Record<string, Method>> = {
    ...sessionMethods,
    ...repoMethods,
    ...viewMethods,
    ...chatMethods,
  };
  app.use(express.json(), express.raw({ type: () => true, limit: '5mb' }));
  app.all('/xrpc/:name', (request, response) => {
    answering(response, () => {
      count(backend, response);
      const name = String(request.params['name']);
      const method = methods[name];
      if (method === undefined) throw new XrpcError(501, 'MethodNotImplemented', 'Method Not Implemented');
      response.json(method(callOf(backend, request, name), backend));
    });
  });
}

function answering(response: Response, task: () => void): void {
  try {
    task();
  } catch (error) {
    if (!(error instanceof XrpcError)) throw error;
    response.status(error.status).json({ error: error.code, message: error.message });
  }
}

function callOf({ access }: Backend, request: Request, name: string): Call {
  const token = /^Bearer (.+)$/u.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const isOpen = name.endsWith('.createSession') || name.endsWith('.refreshSession');
  const session = isOpen ? { did: '', hasChat: false } : access.session(token);
  if (name.startsWith('chat.bsky.')) mustReachChat(request, session.hasChat);
  return {
    me: session.did,
    token,
    query: new URL(request.originalUrl, 'http://localhost').searchParams,
    body: bodyOf(request),
    bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    mime: request.get('content-type') ?? 'application/octet-stream',
  };
}

function mustReachChat(request: Request, hasChat: boolean): void {
  if (request.get('atproto-proxy') !== 'did:web:api.bsky.chat#bsky_chat') {
    throw new XrpcError(501, 'MethodNotImplemented', 'Method Not Implemented');
  }
  if (!hasChat) throw new XrpcError(400, 'InvalidToken', 'Bad token scope');
}

/** 3,000 calls in five minutes, told in the headers of every answer. */
function count(backend: Backend, response: Response): void {
  const now = Math.floor(backend.world.now().getTime() / 1000);
  if (backend.rate.reset <= now) {
    backend.rate.reset = now + window.seconds;
    backend.rate.used = 0;
  }
  backend.rate.used += 1;
  const limit = backend.rate.limit ?? window.limit;
  response.set({
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(Math.max(0, limit - backend.rate.used)),
    'RateLimit-Reset': String(backend.rate.reset),
    'RateLimit-Policy': `${limit};w=${window.seconds}`,
  });
  if (backend.rate.used > limit) throw new XrpcError(429, 'RateLimitExceeded', 'Rate Limit Exceeded');
}

const sessionMethods: Readonly<Record<string, Method>> = {
  'com.atproto.server.createSession': ({ body }, { access, world, url }) => {
    const identifier = digText(body, 'identifier') ?? '';
    const person = [...world.people.values()].find(({ handle, did }) => handle === identifier || did === identifier);
    const session = access.signIn(person?.did, digText(body, 'password') ?? '');
    return { ...session, handle: person?.handle, active: true, didDoc: documentOf(session.did, url) };
  },
  'com.atproto.server.refreshSession': ({ token }, { access, world, url }) => {
    const session = access.renew(token);
    const { handle } = world.people.get(session.did) ?? {};
    return { ...session, handle, active: true, didDoc: documentOf(session.did, url) };
  },
  'com.atproto.server.getSession': ({ me }, { world, url }) => {
    return { did: me, handle: world.people.get(me)?.handle, active: true, didDoc: documentOf(me, url) };
  },
};

function documentOf(id: string, url: string) {
  const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: url }];
  return { '@context': ['https://www.w3.org/ns/did/v1'], id, service };
}
