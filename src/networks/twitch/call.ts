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
  /** Instead of the account's own token. */
  readonly token?: string;
}

const official = 'https://api.twitch.tv/helix';

/** dev.twitch.tv/docs/api/guide, "Rate limits"; the reset is in seconds since 1970. */
export const rateHeaders: RateHeaders = {
  limit: 'ratelimit-limit',
  remaining: 'ratelimit-remaining',
  reset: 'ratelimit-reset',
};

/** Any answer at all. Throws what `Http` throws. */
export function call(account: AccountAccess, http: Http, what: Call): Promise<HttpAnswer> {
  const { path, query, token, headers, ...rest } = what;
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return http.request({
    ...rest,
    url: `${account.apiBase}${path}${search}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token ?? setting(account.settings, 'accessToken')}`,
      'client-id': setting(account.app, 'clientId'),
      ...headers,
    },
  });
}

/** For calls that publish nothing: what was answered, or a `SendFailure`. */
export async function ask(account: AccountAccess, http: Http, what: Call): Promise<Fields> {
  const answer = await harmless(call(account, http, what));
  if (!isSuccess(answer)) throw failureOf(answer);
  return fields(answer.json());
}

/** Where tokens come from: a host of its own at Twitch, the same one elsewhere. */
export function idBase(apiBase: string): string {
  return apiBase === official ? 'https://id.twitch.tv/oauth2' : `${new URL(apiBase).origin}/oauth2`;
}

export function socketUrl(apiBase: string): string {
  const base = apiBase === official ? 'wss://eventsub.wss.twitch.tv' : new URL(apiBase).origin.replace(/^http/u, 'ws');
  return `${base}/ws?keepalive_timeout_seconds=30`;
}
