import type { Http, HttpAnswer, HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess } from '../kit/calling.js';
import { setting } from '../kit/form.js';
import type { RateHeaders } from '../kit/pace.js';
import { fields, type Fields } from '../kit/read.js';
import { failureOf } from './failures.js';

export interface Call extends Omit<HttpAsk, 'url'> {
  /** Begins with a slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** As our app, and not as the account. */
  readonly asApp?: true;
}

/** docs.x.com/x-api/fundamentals/rate-limits; the reset is in seconds since 1970. */
export const rateHeaders: RateHeaders = {
  limit: 'x-rate-limit-limit',
  remaining: 'x-rate-limit-remaining',
  reset: 'x-rate-limit-reset',
};

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  const { path, query, asApp, headers, ...rest } = what;
  const token = asApp ? setting(account.app, 'bearerToken') : setting(account.settings, 'accessToken');
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return http.request({
    ...rest,
    url: `${account.apiBase}${path}${search}`,
    headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
}

/** For calls that publish nothing: what was answered, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Call): Promise<Fields> {
  const answer = await harmless(call(account, http, what));
  if (!isSuccess(answer)) throw failureOf(answer);
  return fields(answer.json());
}

/** A path of which some parts came from the network. */
export function pathOf(...parts: readonly string[]): string {
  return `/2/${parts.map(encodeURIComponent).join('/')}`;
}
