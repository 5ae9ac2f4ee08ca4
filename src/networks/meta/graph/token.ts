import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { setting } from '../../kit/form.js';
import { fields, id, list, number, text, type Fields } from '../../kit/read.js';
import { ask } from './call.js';
import { moment } from './moment.js';

export interface TokenFacts {
  /** Undefined where the server does not tell. */
  readonly scopes: readonly string[] | undefined;
  readonly expiresAt: Date | null;
}

interface Wanted {
  readonly types: readonly string[];
  readonly code: string;
  readonly otherwise: string;
}

const pages: Wanted = {
  types: ['PAGE'],
  code: 'no-page-token',
  otherwise: 'the token is of a person or a system user: the one of the Page itself is needed',
};

/** Asks Meta, as the app, what the account's token is. Throws `SendFailure` for one that cannot be used. */
export async function readToken(account: AccountAccess, http: Http, of = pages): Promise<TokenFacts> {
  const token = await debugToken(account, http);
  if (token === undefined) return { scopes: undefined, expiresAt: null };
  const error = fields(token['error']);
  if (token['is_valid'] !== true) {
    throw unusable(
      `190/${id(error['subcode']) ?? 'invalid'}`,
      text(error['message']) ?? 'the token is no longer valid',
    );
  }
  mustFit(token, account, of);
  return { scopes: scopesOf(token), expiresAt: expiryOf(token) };
}

function mustFit(token: Fields, account: AccountAccess, of: Wanted): void {
  const appId = id(token['app_id']);
  if (appId !== undefined && appId !== account.app['appId']) {
    throw unusable('other-app', 'the token was made for another app than the one whose ID and secret are given');
  }
  const type = text(token['type'])?.toUpperCase();
  if (type !== undefined && !of.types.includes(type)) {
    throw unusable(of.code, of.otherwise);
  }
}

/** Undefined when the server has no such call: it may be another than Meta's own. */
async function debugToken(account: AccountAccess, http: Http): Promise<Fields | undefined> {
  const query = { input_token: setting(account.settings, 'accessToken').trim() };
  try {
    return fields((await ask(account, http, { method: 'GET', path: '/debug_token', query, asApp: true }))['data']);
  } catch (error) {
    if (error instanceof SendFailure && error.kind === 'rejected') return undefined;
    throw error;
  }
}

function scopesOf(token: Fields): string[] {
  const granular = list(token['granular_scopes']).map((one) => fields(one)['scope']);
  return [...new Set([...list(token['scopes']), ...granular].flatMap((scope) => text(scope) ?? []))];
}

/** 0 is for ever. What the person agreed to lapses on a day of its own, and with it the use of the token. */
function expiryOf(token: Fields): Date | null {
  const days = [token['expires_at'], token['data_access_expires_at']];
  const ends = days.flatMap((day) => ((number(day) ?? 0) > 0 ? (moment(day)?.getTime() ?? []) : []));
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

function unusable(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'needs-reauth', code, detail: detail.replace(/[\w|.-]{32,}/gu, '…') });
}
