import type { Express, Request } from 'express';

import type { MetaSimulator } from './meta-simulator.js';

type Body = Readonly<Record<string, unknown>>;
type Act = (body: Body) => unknown;

/**
 * The simulator by HTTP, for other processes; JSON in, JSON out.
 *
 *     GET  /_sim/published  /_sim/calls  /_sim/hooks
 *     POST /_sim/pages {name, humanAgent?}                      → {id, name, accessToken}
 *     POST /_sim/callback {url}
 *     POST /_sim/comments {page, name, text, on?, photo?}       → {id, personId, postId}
 *     POST /_sim/posts {page, name, text, isMention?}           /_sim/reviews {page, name, text, recommends}
 *     POST /_sim/messages {page, name, text, replyTo?}          → {mid, psid}
 *     POST /_sim/reactions {page, name, on, type}               /_sim/reads {page, name}
 *     POST /_sim/edits {id, text}   /_sim/deletes {id}          /_sim/blocks {page, name, isBlocking}
 *     POST /_sim/brand-posts {page, text}   /_sim/brand-comments {page, on, text}   /_sim/brand-messages {page, name, text}
 *     POST /_sim/fail {path?, method?, times?, status, headers?, body?}   /_sim/cut   /_sim/stall
 *     POST /_sim/drop-hooks {count}   /_sim/replay-hooks   /_sim/revoke-token {accessToken?}   /_sim/usage {percent, minutes?}
 */
export function controlRoutes(app: Express, simulator: MetaSimulator): void {
  for (const name of ['published', 'calls', 'hooks'] as const) {
    app.get(`/_sim/${name}`, (_request, response) => {
      response.json(simulator[name]());
    });
  }
  for (const [name, act] of Object.entries({ ...people(simulator), ...brand(simulator), ...faults(simulator) })) {
    app.post(`/_sim/${name}`, (request: Request, response) => {
      const body: unknown = request.body;
      response.json(act(typeof body === 'object' && body !== null ? { ...body } : {}) ?? { done: true });
    });
  }
}

function people({ customers }: MetaSimulator): Readonly<Record<string, Act>> {
  return {
    comments: (body) => customers.comments({ ...said(body), ...optional(body, 'on'), ...optional(body, 'photo') }),
    posts: (body) => customers.posts({ ...said(body), isMention: body['isMention'] === true }),
    reviews: (body) => customers.reviews({ ...said(body), recommends: body['recommends'] === true }),
    messages: (body) => customers.writes({ ...said(body), ...optional(body, 'replyTo') }),
    reactions: (body) => {
      customers.reacts({ ...someone(body), on: word(body, 'on'), type: optional(body, 'type').type ?? null });
    },
    reads: (body) => {
      customers.reads(someone(body));
    },
    blocks: (body) => {
      customers.blocks({ ...someone(body), isBlocking: body['isBlocking'] === true });
    },
    edits: (body) => {
      customers.edits(word(body, 'id'), word(body, 'text'));
    },
    deletes: (body) => {
      customers.deletes(word(body, 'id'));
    },
  };
}

function brand(simulator: MetaSimulator): Readonly<Record<string, Act>> {
  const { customers } = simulator;
  return {
    pages: (body) => simulator.addPage({ name: word(body, 'name'), humanAgent: body['humanAgent'] === true }),
    callback: (body) => {
      simulator.setCallback(optional(body, 'url').url ?? null);
    },
    'brand-posts': (body) => customers.brandPosts({ page: word(body, 'page'), text: word(body, 'text') }),
    'brand-comments': (body) =>
      customers.brandComments({ page: word(body, 'page'), text: word(body, 'text'), on: word(body, 'on') }),
    'brand-messages': (body) => customers.brandWrites(said(body)),
  };
}

function faults(simulator: MetaSimulator): Readonly<Record<string, Act>> {
  return {
    fail: (body) => {
      const failing = { headers: headersOf(body['headers']), body: body['body'] };
      simulator.fail({ ...faultOf(body), status: Number(body['status'] ?? 500), ...failing });
    },
    cut: (body) => {
      simulator.cut(faultOf(body));
    },
    stall: (body) => {
      simulator.stall(faultOf(body));
    },
    'drop-hooks': (body) => {
      simulator.dropHooks(Number(body['count'] ?? 1));
    },
    'replay-hooks': () => {
      simulator.replayHooks();
    },
    'revoke-token': (body) => {
      simulator.revokeToken(optional(body, 'accessToken').accessToken);
    },
    usage: (body) => {
      simulator.setUsage(Number(body['percent'] ?? 1), Number(body['minutes'] ?? 0));
    },
  };
}

function someone(body: Body) {
  return { page: word(body, 'page'), name: word(body, 'name') };
}

function said(body: Body) {
  return { ...someone(body), text: word(body, 'text') };
}

function headersOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
}

function faultOf(body: Body) {
  return {
    ...optional(body, 'path'),
    ...optional(body, 'method'),
    ...(typeof body['times'] === 'number' ? { times: body['times'] } : {}),
  };
}

function word(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing`);
  return value;
}

function optional<N extends string>(body: Body, name: N): Partial<Record<N, string>> {
  const value = body[name];
  const found: Partial<Record<N, string>> = {};
  if (typeof value === 'string') found[name] = value;
  return found;
}
