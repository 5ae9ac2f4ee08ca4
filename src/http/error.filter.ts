import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isRefusal, type Refusal, type RefusalCode } from '../contract/index.js';
import { newToken } from '../platform/ids.js';
import { Log } from '../platform/log.js';
import { isDatabaseAway, isUnstorable } from '../platform/postgres/is-away.js';
import { Invalid } from './invalid.js';
import { limitOf } from './limits.js';
import { NoSession } from './session/no-session.js';
import { statusOf } from './status-of.js';

/** What every request that did not do what it should is answered with. */
export interface RefusedBody {
  /** What stood in the way: a code that consoles have a sentence for. */
  code: RefusalCode | 'validation' | 'session.none' | 'busy' | 'internal';
  /** The facts that the sentence needs. */
  details: Record<string, unknown>;
  /** Finds the case again in the log. */
  reference?: string;
}

interface Answer {
  readonly status: number;
  readonly body: RefusedBody;
  readonly retryAfter?: number;
}

const secondsUntilBack = 2;

/** Every error becomes one shape. What is our fault is told by a reference only; the rest is in the log. */
@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const request = http.getRequest<Request>();
    const answer = expected(error, request) ?? this.unexpected(error, request);
    if (answer.retryAfter !== undefined) response.set('Retry-After', String(answer.retryAfter));
    response.status(answer.status).json(answer.body);
  }

  private unexpected(error: unknown, request: Request): Answer {
    const reference = newToken(6);
    const facts = { error, reference, method: request.method, path: request.path.slice(0, 200) };
    if (isDatabaseAway(error)) {
      this.log.warn(facts, 'A request could not reach the database in time.');
      return { status: 503, body: { code: 'busy', details: {}, reference }, retryAfter: secondsUntilBack };
    }
    if (isUnstorable(error)) {
      this.log.warn(facts, 'A request held a value that cannot be stored.');
      return { status: 400, body: { code: 'validation', details: { fields: {} }, reference } };
    }
    this.log.error(facts, 'A request failed.');
    return { status: 500, body: { code: 'internal', details: {}, reference } };
  }
}

function expected(error: unknown, request: Request): Answer | null {
  if (isRefusal(error)) return refused(error);
  if (error instanceof Invalid) return invalid(400, error.fields);
  if (error instanceof NoSession) return { status: 401, body: { code: 'session.none', details: {} } };
  return error instanceof HttpException ? ofFramework(error.getStatus(), request.path) : null;
}

function refused(error: Refusal): Answer {
  const wait = 'retryAfterSeconds' in error.details ? { retryAfter: error.details.retryAfterSeconds } : {};
  return { status: statusOf[error.code], body: { code: error.code, details: { ...error.details } }, ...wait };
}

/** The router, the body parser and the upload parser speak through the framework. */
function ofFramework(status: number, path: string): Answer | null {
  if (status === 404 || status === 405) return { status, body: { code: 'not-found', details: { what: 'route' } } };
  if (status === 413) return { status, body: { code: 'file.too-large', details: { maxBytes: limitOf(path) } } };
  return status >= 400 && status < 500 ? invalid(status, { body: ['unreadable'] }) : null;
}

function invalid(status: number, fields: Readonly<Record<string, readonly string[]>>): Answer {
  return { status, body: { code: 'validation', details: { fields } } };
}
