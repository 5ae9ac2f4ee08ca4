import { NoAnswer, NotSent, type Http, type HttpAnswer, type HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { failureOf } from './failures.js';

/** A call of the REST API; `path` begins with a slash and ends with `.json`: without it answers are XML. */
export interface Call extends Omit<HttpAsk, 'url'> {
  readonly path: string;
}

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, { path, ...rest }: Call): Promise<HttpAnswer> {
  const authorization = `Bearer ${setting(account.settings, 'accessToken')}`;
  return http.request({
    ...rest,
    url: `${account.apiBase}/api/v1${path}`,
    headers: { accept: 'application/json', authorization },
  });
}

/** For calls that publish nothing: a success, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  return succeeded(await harmless(call(account, http, what)));
}

export function read(account: AccountAccess, http: Http, path: string): Promise<HttpAnswer> {
  return ask(account, http, { method: 'GET', path });
}

export function succeeded(answer: HttpAnswer): HttpAnswer {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer);
  return answer;
}

/** Awaits a call that changes nothing: without an answer it may simply be made again. */
export async function harmless<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) throw unreachable(error);
    throw error;
  }
}

export function unreachable(error: Error): SendFailure {
  return new SendFailure({ kind: 'try-again', code: error.name, detail: 'Viva Engage could not be reached' });
}
