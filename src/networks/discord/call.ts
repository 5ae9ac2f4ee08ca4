import type { Http, HttpAnswer, HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess } from '../kit/calling.js';
import { setting } from '../kit/form.js';
import type { RateHeaders } from '../kit/pace.js';
import { failureOf } from './failures.js';

export interface Call extends Omit<HttpAsk, 'url'> {
  /** Begins with a slash. */
  readonly path: string;
}

export const rateHeaders: RateHeaders = {
  limit: 'x-ratelimit-limit',
  remaining: 'x-ratelimit-remaining',
  reset: 'x-ratelimit-reset-after',
};

/** Discord turns away whoever does not say who they are in this form. */
const userAgent = 'DiscordBot (https://relais.example, 1)';

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  const { path, headers, ...rest } = what;
  const token = setting(account.settings, 'botToken');
  return http.request({
    ...rest,
    url: `${account.apiBase}${path}`,
    headers: { accept: 'application/json', authorization: `Bot ${token}`, 'user-agent': userAgent, ...headers },
  });
}

/** For calls that publish nothing: what was answered, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Call): Promise<unknown> {
  const answer = await harmless(call(account, http, what));
  if (!isSuccess(answer)) throw failureOf(answer);
  return answer.json();
}

export function read(account: AccountAccess, http: Http, path: string): Promise<unknown> {
  return ask(account, http, { method: 'GET', path });
}
