import { NoAnswer, NotSent, type Http, type HttpAnswer, type HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting } from '../kit/form.js';
import { failureOf } from './failures.js';

/** A call of the Data API; `path` begins with a slash. */
export interface Call extends Omit<HttpAsk, 'url'> {
  readonly path: string;
}

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, { path, headers, ...rest }: Call): Promise<HttpAnswer> {
  return http.request({
    ...rest,
    url: `${account.apiBase}${path}`,
    headers: {
      authorization: `Bearer ${setting(account.settings, 'accessToken')}`,
      'user-agent': userAgent(account),
      ...headers,
    },
  });
}

/** Reddit limits who does not say who they are (support.reddithelp.com, "Reddit Data API Wiki"). */
export function userAgent(account: Pick<AccountAccess, 'app' | 'externalId'>): string {
  const by = account.externalId === '' ? '' : ` (by /u/${account.externalId})`;
  return `server:relais.${account.app['clientId'] ?? 'care'}:1.0${by}`;
}

/** For calls that publish nothing: a success, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  return succeeded(await harmless(call(account, http, what)));
}

export function read(account: AccountAccess, http: Http, path: string): Promise<HttpAnswer> {
  return ask(account, http, { method: 'GET', path });
}

/** An answer of 200 may carry errors (`api_type=json`). */
export function succeeded(answer: HttpAnswer): HttpAnswer {
  const failure = failureOf(answer);
  if (failure) throw failure;
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
  return new SendFailure({ kind: 'try-again', code: error.name, detail: 'Reddit could not be reached' });
}
