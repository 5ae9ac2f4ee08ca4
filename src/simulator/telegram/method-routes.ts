import type { Express, Request, Response } from 'express';
import multer from 'multer';

import { botOf, type Backend, type Method } from './backend.js';
import { changeMethods } from './change-methods.js';
import { ApiError } from './model.js';
import { Params } from './params.js';
import { sendMethods } from './send-methods.js';
import { setupMethods } from './setup-methods.js';

const methods: Readonly<Record<string, Method>> = lowerCased({ ...setupMethods, ...sendMethods, ...changeMethods });

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`; every answer in Telegram's envelope. */
export function methodRoutes(app: Express, backend: Backend): void {
  const uploads = multer({ storage: multer.memoryStorage() }).any();
  app.all('/bot:token/:method', uploads, (request, response) => answer(backend, request, response));
  app.get('/file/bot:token/*path', (request, response) => {
    download(backend, request, response);
  });
  app.use((_request, response) => {
    refuse(response, new ApiError(404, 'Not Found'));
  });
}

async function answer(backend: Backend, request: Request, response: Response): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
  });
  try {
    const bot = botOf(backend.world, request);
    const name = request.params['method'];
    const method = typeof name === 'string' ? methods[name.toLowerCase()] : undefined;
    if (method === undefined) throw new ApiError(404, 'Not Found: method not found');
    const result = await method(backend, { bot, params: new Params(request), gone: gone.signal });
    response.json({ ok: true, result });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    refuse(response, error);
  }
}

function download({ world, files }: Backend, request: Request, response: Response): void {
  const path = request.params['path'];
  const file = files.at(Array.isArray(path) ? path.join('/') : String(path));
  const isOurs = [...world.bots.values()].some((bot) => bot.token !== null && bot.token === request.params['token']);
  if (file === undefined || !isOurs) refuse(response, new ApiError(404, 'Not Found'));
  else response.type('application/octet-stream').send(file.bytes);
}

function refuse(response: Response, { code, message, parameters }: ApiError): void {
  const hasMore = Object.keys(parameters).length > 0;
  const body = { ok: false, error_code: code, description: message, ...(hasMore ? { parameters } : {}) };
  response.status(code).json(body);
}

/** Telegram does not mind the case of a method's name. */
function lowerCased(named: Readonly<Record<string, Method>>): Readonly<Record<string, Method>> {
  return Object.fromEntries(Object.entries(named).map(([name, method]) => [name.toLowerCase(), method]));
}
