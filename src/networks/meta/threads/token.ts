import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { setting, type Settings } from '../../kit/form.js';
import { given } from '../../kit/given.js';
import type { OAuth, OAuthAsk } from '../../kit/oauth.js';
import { fields, list, text } from '../../kit/read.js';
import { ask } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { meter } from '../graph/meter.js';
import { expiryOf } from '../instagram/token.js';
import { threadsBase } from './at.js';
import { scopesWanted } from './rights.js';

const day = 24 * 3_600_000;
/** What a token that is too young to be renewed has left at least. */
const youngMs = 59 * day;

/** Sixty days more, for a token that is a day old and lives. */
async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const query = { grant_type: 'th_refresh_token' };
  return longToken(account, { path: '/refresh_access_token', query }, http);
}

async function longToken(
  account: AccountAccess,
  of: { readonly path: string; readonly query: Readonly<Record<string, string>> },
  http: Http,
): Promise<Refreshed> {
  const gauge = meter(http);
  const query = { ...of.query, access_token: setting(account.settings, 'accessToken').trim() };
  const call = { method: 'GET', path: of.path, query, versionless: true } as const;
  const answer = await ask({ ...account, app: {} }, gauge.http, call);
  const accessToken = text(answer['access_token']);
  if (accessToken === undefined) {
    throw new SendFailure({ kind: 'try-again', code: 'no-token', detail: 'the answer has no token' });
  }
  const expiresAt = expiryOf(answer, gauge.now());
  const settings = { ...account.settings, accessToken, ...given('expiresAt', expiresAt?.toISOString()) };
  return { settings, expiresAt };
}

/** Nobody tells when a token that was pasted ends: renewing it does, and one that is too young has nearly all its days. */
export async function tokenFacts(account: AccountAccess, http: Http): Promise<Refreshed> {
  const known = account.settings['expiresAt'];
  if (known !== undefined) return { settings: account.settings, expiresAt: new Date(known) };
  const gauge = meter(http);
  try {
    return await refresh(account, gauge.http);
  } catch (error) {
    if (!(error instanceof SendFailure) || error.kind !== 'rejected') throw error;
    const now = gauge.now();
    return { settings: account.settings, expiresAt: now === undefined ? null : new Date(now.getTime() + youngMs) };
  }
}

/** developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions */
const oauth: OAuth = {
  start({ app, apiBase, redirectUrl, state }: OAuthAsk) {
    const [appId = '', secret = ''] = [app['appId'], app['appSecret']];
    if (appId === '' || secret === '') throw refusal('no-app', 'the Threads app’s ID and secret are needed first');
    const query = new URLSearchParams({
      client_id: appId,
      redirect_uri: redirectUrl,
      scope: scopesWanted.join(','),
      response_type: 'code',
      state,
    });
    const door = apiBase === threadsBase ? 'https://threads.net' : apiBase;
    return Promise.resolve({ url: `${door}/oauth/authorize?${query}`, keep: { apiBase, appId, secret, redirectUrl } });
  },

  async finish({ code, keep }, http: Http): Promise<Settings> {
    const form = new URLSearchParams({
      client_id: setting(keep, 'appId'),
      client_secret: setting(keep, 'secret'),
      grant_type: 'authorization_code',
      redirect_uri: setting(keep, 'redirectUrl'),
      code: code.replace(/#_$/u, ''),
    });
    const account = { externalId: '', apiBase: setting(keep, 'apiBase'), app: {}, limits: {} };
    const call = { method: 'POST', path: '/oauth/access_token', body: form, versionless: true } as const;
    const answer = await ask({ ...account, settings: { accessToken: 'none' } }, http, call);
    const told = list(answer['data']).length > 0 ? fields(list(answer['data'])[0]) : answer;
    const accessToken = text(told['access_token']);
    if (accessToken === undefined) throw refusal('oauth', 'the server answered without a token');
    const query = { grant_type: 'th_exchange_token', client_secret: setting(keep, 'secret') };
    return (await longToken({ ...account, settings: { accessToken } }, { path: '/access_token', query }, http))
      .settings;
  },
};

/** Renewed a week after they were made: tokens that have ended cannot be renewed. */
export const tokens = { oauth, refresh, refreshAheadSeconds: 53 * 24 * 3600 };
