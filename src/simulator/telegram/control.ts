import type { Express, Request } from 'express';

import type { TelegramSimulator } from './telegram-simulator.js';
import { callOf, type Fields } from './control-read.js';

type Act = (body: Fields) => unknown;

/**
 * The simulator by HTTP, for other processes; JSON in, JSON out. `ref` is what writing answered: {chat, message, business?}.
 *
 *     GET  /_sim/published  /_sim/calls
 *     POST /_sim/bots {username, name?, seesGroups?}           → {id, token, username}
 *     POST /_sim/channels {title, username?, bot}              → {channel, group, direct}
 *     POST /_sim/groups {title, type?, isForum?, bots?}        → {id}
 *     POST /_sim/topics {group, name}                          → {id}
 *     POST /_sim/messages {handle, name?, language?, to, text?, files?, replyTo?}  → ref
 *          to: {bot} or {group, topic?} or {channel} or {business}; a file: {kind, name?, mime?, base64?, size?}
 *     POST /_sim/starts {handle, bot, payload?}                → ref
 *     POST /_sim/channel-posts {channel, text}                 → {post, copy}: comments answer the copy
 *     POST /_sim/edits {ref, text}   /_sim/deletes {ref}   /_sim/reactions {handle, ref, emoji}
 *     POST /_sim/blocks {handle, bot, isBlocked?}   /_sim/migrate {group}   /_sim/standings {group, bot, standing}
 *     POST /_sim/connections {bot, owner, mayReply?}           → {id}
 *     POST /_sim/owner-messages {business, customer, text}     → ref
 *     POST /_sim/fail {path?, method?, times?, status, headers?, body?}   /_sim/cut   /_sim/stall {path?, method?, times?}
 *     POST /_sim/revoke-token {bot}   /_sim/rates {perSecond?, perGroupMinute?}
 */
export function controlRoutes(app: Express, simulator: TelegramSimulator): void {
  app.get('/_sim/published', (_request, response) => {
    response.json(simulator.published());
  });
  app.get('/_sim/calls', (_request, response) => {
    response.json(simulator.calls());
  });
  for (const [name, act] of Object.entries({ ...worlds(simulator), ...people(simulator), ...faults(simulator) })) {
    app.post(`/_sim/${name}`, (request: Request, response) => {
      response.json(act(callOf(request)) ?? { done: true });
    });
  }
}

function worlds(simulator: TelegramSimulator): Readonly<Record<string, Act>> {
  return {
    bots: (body) =>
      simulator.addBot({
        username: body.word('username'),
        ...body.optional('name'),
        ...(body.flag('seesGroups') ? { seesGroups: true } : {}),
      }),
    channels: (body) =>
      simulator.addChannel({ title: body.word('title'), bot: body.word('bot'), ...body.optional('username') }),
    groups: (body) => ({
      id: simulator.addGroup({
        title: body.word('title'),
        isForum: body.flag('isForum'),
        type: body.word('type', 'supergroup') === 'group' ? 'group' : 'supergroup',
        bots: body.standings('bots'),
      }),
    }),
    topics: (body) => ({ id: simulator.openTopic(body.whole('group'), body.word('name')) }),
    'channel-posts': (body) => simulator.brandPosts(body.whole('channel'), body.word('text')),
    migrate: (body) => ({ id: simulator.groupMigrates(body.whole('group')) }),
    standings: (body) => {
      simulator.setStanding(body.whole('group'), body.word('bot'), body.standing('standing'));
    },
    connections: (body) => ({
      id: simulator.connectBusiness(body.word('bot'), body.word('owner'), !body.is('mayReply', false)),
    }),
    'owner-messages': (body) => simulator.ownerWrites(body.word('business'), body.word('customer'), body.word('text')),
  };
}

function people(simulator: TelegramSimulator): Readonly<Record<string, Act>> {
  return {
    messages: (body) => simulator.customerWrites(body.message()),
    starts: (body) => simulator.customerStarts(body.word('handle'), body.word('bot'), body.word('payload', '')),
    edits: (body) => {
      simulator.customerEdits(body.ref(), body.word('text'));
    },
    deletes: (body) => {
      simulator.customerDeletes(body.ref());
    },
    reactions: (body) => {
      simulator.customerReacts(body.word('handle'), body.ref(), body.is('emoji', null) ? null : body.word('emoji'));
    },
    blocks: (body) => {
      simulator.customerBlocks(body.word('handle'), body.word('bot'), !body.is('isBlocked', false));
    },
  };
}

function faults(simulator: TelegramSimulator): Readonly<Record<string, Act>> {
  return {
    fail: (body) => {
      simulator.fail(body.failing());
    },
    cut: (body) => {
      simulator.cut(body.fault());
    },
    stall: (body) => {
      simulator.stall(body.fault());
    },
    'revoke-token': (body) => {
      simulator.revokeToken(body.word('bot'));
    },
    rates: (body) => {
      simulator.setRates({ ...body.number('perSecond'), ...body.number('perGroupMinute') });
    },
  };
}
