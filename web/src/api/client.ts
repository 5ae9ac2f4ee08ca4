import createClient from 'openapi-fetch';
import { isErrorCode } from '../i18n/refusal-words.js';
import type { paths } from './api.js';
import { ApiError } from './api-error.js';
import { sessionLost } from './session-lost.js';

/** Looked up at each call, so that the mock server of development can stand in for it. */
const client = createClient<paths>({ baseUrl: '', fetch: (request) => globalThis.fetch(request) });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's data, or an `ApiError` thrown. */
async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked.catch((): never => {
    throw new ApiError('no-answer', {}, '', 0);
  });
  if (answer.response.ok && answer.data !== undefined) return answer.data;
  throw errorOf(answer.error, answer.response.status);
}

/** For acts that answer nothing. */
async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  const answer = await asked.catch((): never => {
    throw new ApiError('no-answer', {}, '', 0);
  });
  if (!answer.response.ok) throw errorOf(answer.error, answer.response.status);
}

function errorOf(body: unknown, status: number): ApiError {
  const { code, details, reference } = fieldsOf(body);
  const known = typeof code === 'string' && isErrorCode(code) ? code : codeOfStatus(status);
  if (known === 'session.none') sessionLost.set(true);
  return new ApiError(known, fieldsOf(details), typeof reference === 'string' ? reference : '', status);
}

/** What a proxy answers in our stead has no code of ours. */
function codeOfStatus(status: number): 'session.none' | 'busy' | 'not-found' | 'internal' {
  if (status === 401) return 'session.none';
  if (status === 404) return 'not-found';
  return status === 502 || status === 503 || status === 504 ? 'busy' : 'internal';
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export const api = { client, dataOf, done };
