import type { Request } from 'express';

import type { Files } from './files.js';
import { ApiError, type Bot, type Message } from './model.js';
import type { News } from './news.js';
import type { Params } from './params.js';
import type { RateLimit } from './rate-limit.js';
import type { Stations } from './stations.js';
import type { World } from './world.js';

/** What every method works with. */
export interface Backend {
  readonly world: World;
  readonly files: Files;
  readonly stations: Stations;
  readonly news: News;
  readonly rates: RateLimit;
  /** What bots have written, and by which method. */
  readonly sent: { readonly bot: Bot; readonly message: Message; readonly method: string }[];
}

export interface Call {
  readonly bot: Bot;
  readonly params: Params;
  /** Ends when the caller has gone. */
  readonly gone: AbortSignal;
}

export type Method = (backend: Backend, call: Call) => unknown;

/** The bot whose token is in the path. Throws the 401 and 404 of the API. */
export function botOf(world: World, request: Request): Bot {
  const token = request.params['token'];
  if (typeof token !== 'string' || !/^\d+:[\w-]{30,}$/u.test(token)) throw new ApiError(404, 'Not Found');
  const bot = [...world.bots.values()].find((one) => one.token === token);
  if (bot === undefined) throw new ApiError(401, 'Unauthorized');
  return bot;
}
