import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { setting } from '../../kit/form.js';
import { number, text, type Fields } from '../../kit/read.js';
import { ask } from '../graph/call.js';
import { meter } from '../graph/meter.js';
import { atGraph, loginOf } from './login.js';

const day = 24 * 3_600_000;
/** What a token that is too young to be renewed has left at least. */
const youngMs = 59 * day;

/** A token of Instagram ends after sixty days, and is renewed for sixty more while it is a day old and lives. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  if (loginOf(account) === 'facebook') {
    const detail = 'the token of a Page cannot be renewed: somebody has to make it again';
    throw new SendFailure({ kind: 'needs-reauth', code: 'page-token', detail });
  }
  const gauge = meter(http);
  const token = setting(account.settings, 'accessToken').trim();
  const query = { grant_type: 'ig_refresh_token', access_token: token };
  const call = { method: 'GET', path: '/refresh_access_token', query, versionless: true } as const;
  const answer = await ask(atGraph(account), gauge.http, call);
  return renewed(account, answer, gauge.now());
}

function renewed(account: AccountAccess, answer: Fields, now: Date | undefined): Refreshed {
  const accessToken = text(answer['access_token']);
  if (accessToken === undefined) {
    const detail = 'the renewal was answered without a token';
    throw new SendFailure({ kind: 'try-again', code: 'no-token', detail });
  }
  const expiresAt = expiryOf(answer, now);
  const expires = expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() };
  return { settings: { ...account.settings, accessToken, ...expires }, expiresAt };
}

/**
 * Nobody tells when a token that was pasted ends: renewing it does. One that is refused as too young has nearly all of
 * its days left.
 */
export async function tokenFacts(account: AccountAccess, http: Http): Promise<Refreshed> {
  const known = account.settings['expiresAt'];
  if (known !== undefined && !Number.isNaN(Date.parse(known))) {
    return { settings: account.settings, expiresAt: new Date(known) };
  }
  const gauge = meter(http);
  try {
    return await refresh(account, gauge.http);
  } catch (error) {
    const isRefused = error instanceof SendFailure && error.kind === 'rejected';
    if (!isRefused) throw error;
    const now = gauge.now();
    return { settings: account.settings, expiresAt: now === undefined ? null : new Date(now.getTime() + youngMs) };
  }
}

export function expiryOf(answer: Fields, now: Date | undefined): Date | null {
  const seconds = number(answer['expires_in']);
  return seconds === undefined || now === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
