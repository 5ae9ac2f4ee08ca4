import { NoAnswer, NotSent, type Http, type HttpAnswer, type HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { failureOf } from './failures.js';

/** A call of the account's server; `path` begins with a slash. */
export interface Call extends Omit<HttpAsk, 'url'> {
  readonly path: string;
}

/** The server's base without a trailing slash; people write "mastodon.example" and mean https. */
export function serverBase(address: string): string {
  const whole = /^https?:\/\//iu.test(address) ? address : `https://${address}`;
  return whole.replace(/\/+$/u, '');
}

export function baseOf(account: AccountAccess): string {
  return serverBase(account.settings['server'] ?? account.apiBase);
}

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  const { path, headers, ...rest } = what;
  return http.request({
    ...rest,
    url: `${baseOf(account)}${path}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${setting(account.settings, 'accessToken')}`,
      ...headers,
    },
  });
}

/**
 * For calls that publish nothing: a success, or a `SendFailure`, because whatever became of such a call, no
 * message has gone out.
 */
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
  return new SendFailure({
    kind: 'try-again',
    code: error.name,
    detail: 'the server could not be reached',
  });
}
