import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { limits } from '../limits.js';
import type { HookAnswer, HookAnswers } from './hook-answers.js';
import { hookOf } from './hook-of.js';

const place = /^\/hooks\/([\w-]+)\/([\w-]+)(?:\?|$)/;

/**
 * Networks call by the thousand in a second. A plain delivery, whose length is told and within the limit, needs nothing of
 * what is done to other requests and goes past it, which makes it cost a third; every other call goes `otherwise`.
 */
export function hookDoor(answers: () => HookAnswers, otherwise: RequestListener): RequestListener {
  return (request, response) => {
    const [, network, appKey] = isPlain(request) ? (place.exec(request.url ?? '') ?? []) : [];
    if (network === undefined || appKey === undefined) {
      otherwise(request, response);
      return;
    }
    whole(request, (body) => {
      const hook = hookOf(request, request.url ?? '', body);
      void answers()
        .to({ network, appKey, hook })
        .then((answer) => {
          tell(response, answer);
        });
    });
  };
}

function isPlain({ method, headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return method === 'POST' && length <= limits.hookBytes && headers['content-encoding'] === undefined;
}

/** A caller that breaks off gets no answer, and nothing of its half a body is kept. */
function whole(request: IncomingMessage, then: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const [first] = parts;
    then(parts.length === 1 && first ? first : Buffer.concat(parts));
  });
  request.on('error', () => {
    request.destroy();
  });
}

/** As text: head and body leave in one write, where a Buffer would take two. */
function tell(response: ServerResponse, { status, headers, body }: HookAnswer): void {
  response.writeHead(status, { ...headers, ...safe, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const safe = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
