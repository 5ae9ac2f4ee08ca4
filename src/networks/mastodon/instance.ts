import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountLimits } from '../kit/account.js';
import { fields, number, text, type Fields } from '../kit/read.js';
import { baseOf, call, harmless } from './call.js';

/** What the server says of itself; what it does not say is Mastodon's default. */
export interface Instance {
  readonly limits: AccountLimits;
  /** Base of the streaming API, ws or wss, without a trailing slash. */
  readonly streaming: string;
}

export const defaultMaxCharacters = 500;
export const defaultMaxMedia = 4;
/**
 * Kept free for the "@user " that a reply must begin with: a local name has at most 30 characters and a host
 * does not count (docs.joinmastodon.org/user/posting), so what the console allows always fits.
 */
export const mentionReserve = 32;

/** Throws `SendFailure` only when the server cannot be reached: a server without these calls has the defaults. */
export async function readInstance(account: AccountAccess, http: Http): Promise<Instance> {
  const instance =
    (await described(account, http, '/api/v2/instance')) ?? (await described(account, http, '/api/v1/instance')) ?? {};
  const configuration = fields(instance['configuration']);
  return {
    limits: limitsOf(instance, fields(configuration['statuses'])),
    streaming: streamingOf(account, fields(configuration['urls']), fields(instance['urls'])),
  };
}

async function described(account: AccountAccess, http: Http, path: string): Promise<Fields | undefined> {
  const answer = await harmless(call(account, http, { method: 'GET', path }));
  return answer.status === 200 ? fields(answer.json()) : undefined;
}

function limitsOf(instance: Fields, statuses: Fields): AccountLimits {
  // `max_toot_chars` is Pleroma's and older forks'.
  const characters = number(statuses['max_characters']) ?? number(instance['max_toot_chars']) ?? defaultMaxCharacters;
  return {
    maxLength: Math.max(1, characters - mentionReserve),
    maxAttachments: number(statuses['max_media_attachments']) ?? defaultMaxMedia,
  };
}

function streamingOf(account: AccountAccess, v2: Fields, v1: Fields): string {
  const base = text(v2['streaming']) ?? text(v1['streaming_api']) ?? baseOf(account);
  return base.replace(/^http/iu, 'ws').replace(/\/+$/u, '');
}
