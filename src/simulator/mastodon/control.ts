import type { Express, Request } from 'express';

import { bodyOf } from './backend.js';
import type { CustomerPost } from './customers.js';
import { visibilities } from './model.js';
import type { MastodonSimulator } from './mastodon-simulator.js';

type Act = (body: Readonly<Record<string, unknown>>) => unknown;

/**
 * The simulator by HTTP, for other processes; JSON in, JSON out.
 *
 *     GET  /_sim/published  /_sim/calls
 *     POST /_sim/accounts {username, displayName?, scopes?}      → {id, accessToken, acct}
 *     POST /_sim/posts {handle, text, inReplyTo?, visibility?…}  → {id, accountId}
 *     POST /_sim/brand-posts {username, text, inReplyTo?, visibility?}
 *     POST /_sim/edits {id, text}   /_sim/deletes {id}   /_sim/favourites {handle, id}
 *     POST /_sim/fail {path?, method?, times?, status, headers?, body?}
 *     POST /_sim/cut  /_sim/stall {path?, method?, times?}
 *     POST /_sim/revoke-token {accessToken?}   /_sim/drop-streams   /_sim/rate-limit {limit}
 */
export function controlRoutes(app: Express, simulator: MastodonSimulator): void {
  app.get('/_sim/published', (_request, response) => {
    response.json(simulator.published());
  });
  app.get('/_sim/calls', (_request, response) => {
    response.json(simulator.calls());
  });
  for (const [name, act] of Object.entries(acts(simulator))) {
    app.post(`/_sim/${name}`, (request: Request, response) => {
      response.json(act(bodyOf(request)) ?? { done: true });
    });
  }
}

function acts(simulator: MastodonSimulator): Readonly<Record<string, Act>> {
  return {
    accounts: (body) =>
      simulator.addAccount({
        username: word(body, 'username'),
        ...optional(body, 'displayName'),
        ...(Array.isArray(body['scopes']) ? { scopes: body['scopes'].map(String) } : {}),
      }),
    posts: (body) => simulator.customerPosts(postOf(body)),
    'brand-posts': (body) => simulator.brandPosts(word(body, 'username'), postOf(body)),
    edits: (body) => {
      simulator.customerEdits(word(body, 'id'), word(body, 'text'), body['isFollowed'] === true);
    },
    deletes: (body) => {
      simulator.customerDeletes(word(body, 'id'));
    },
    favourites: (body) => {
      simulator.customerFavourites(word(body, 'handle'), word(body, 'id'));
    },
    ...faults(simulator),
  };
}

function faults(simulator: MastodonSimulator): Readonly<Record<string, Act>> {
  return {
    fail: (body) => {
      simulator.fail({
        ...faultOf(body),
        status: Number(body['status'] ?? 500),
        headers: headersOf(body['headers']),
        body: body['body'],
      });
    },
    cut: (body) => {
      simulator.cut(faultOf(body));
    },
    stall: (body) => {
      simulator.stall(faultOf(body));
    },
    'revoke-token': (body) => {
      simulator.revokeToken(optional(body, 'accessToken').accessToken);
    },
    'drop-streams': () => {
      simulator.dropStreams();
    },
    'rate-limit': (body) => {
      simulator.setRateLimit(Number(body['limit'] ?? 300));
    },
  };
}

function postOf(body: Readonly<Record<string, unknown>>): CustomerPost {
  const visibility = visibilities.find((one) => one === body['visibility']);
  return {
    handle: typeof body['handle'] === 'string' ? body['handle'] : '',
    text: word(body, 'text'),
    ...optional(body, 'displayName'),
    ...optional(body, 'inReplyTo'),
    ...optional(body, 'spoiler'),
    ...optional(body, 'language'),
    ...optional(body, 'quotes'),
    ...(visibility === undefined ? {} : { visibility }),
  };
}

function faultOf(body: Readonly<Record<string, unknown>>) {
  return {
    ...optional(body, 'path'),
    ...optional(body, 'method'),
    ...(typeof body['times'] === 'number' ? { times: body['times'] } : {}),
  };
}

function headersOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
}

function word(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing`);
  return value;
}

function optional<N extends string>(body: Readonly<Record<string, unknown>>, name: N): Partial<Record<N, string>> {
  const value = body[name];
  const found: Partial<Record<N, string>> = {};
  if (typeof value === 'string') found[name] = value;
  return found;
}
