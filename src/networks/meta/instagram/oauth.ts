import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { setting, type Settings } from '../../kit/form.js';
import type { OAuth, OAuthAsk } from '../../kit/oauth.js';
import { fields, list, text } from '../../kit/read.js';
import { ask } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { meter } from '../graph/meter.js';
import { instagramAppId, instagramBase, instagramSecret } from './login.js';
import { scopesWanted } from './rights.js';
import { expiryOf, refresh } from './token.js';

/** developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login */
const oauth: OAuth = {
  start(given: OAuthAsk) {
    const [appId, secret] = [instagramAppId(given.app), instagramSecret(given.app)];
    if (appId === '' || secret === '') throw refusal('no-app', 'the Instagram app’s ID and secret are needed first');
    const { apiBase, redirectUrl } = given;
    const isReal = apiBase === instagramBase;
    const query = new URLSearchParams({
      client_id: appId,
      redirect_uri: redirectUrl,
      response_type: 'code',
      scope: scopesWanted.join(','),
      state: given.state,
    });
    const url = `${isReal ? 'https://www.instagram.com' : apiBase}/oauth/authorize?${query}`;
    return Promise.resolve({ url, keep: { apiBase, appId, secret, redirectUrl } });
  },

  async finish({ code, keep }, http: Http): Promise<Settings> {
    const short = await shortToken(code, keep, http);
    const gauge = meter(http);
    const query = {
      grant_type: 'ig_exchange_token',
      client_secret: setting(keep, 'secret'),
      access_token: short.accessToken,
    };
    const account = accessOf(keep, setting(keep, 'apiBase'), short.accessToken);
    const answer = await ask(account, gauge.http, { method: 'GET', path: '/access_token', query, versionless: true });
    const accessToken = text(answer['access_token']);
    if (accessToken === undefined) throw refusal('oauth', 'the server answered without a long-lived token');
    const expiresAt = expiryOf(answer, gauge.now())?.toISOString();
    return {
      login: 'instagram',
      accessToken,
      ...(short.granted === '' ? {} : { granted: short.granted }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
  },
};

/** Renewed a week after they were made: tokens that have ended cannot be renewed. */
export const tokens = { oauth, refresh, refreshAheadSeconds: 53 * 24 * 3600 };

async function shortToken(code: string, keep: Settings, http: Http) {
  const base = setting(keep, 'apiBase');
  const form = new URLSearchParams({
    client_id: setting(keep, 'appId'),
    client_secret: setting(keep, 'secret'),
    grant_type: 'authorization_code',
    redirect_uri: setting(keep, 'redirectUrl'),
    // Instagram puts an anchor behind it.
    code: code.replace(/#_$/u, ''),
  });
  const account = accessOf(keep, base === instagramBase ? 'https://api.instagram.com' : base, 'none');
  const call = { method: 'POST', path: '/oauth/access_token', body: form, versionless: true } as const;
  const answer = await ask(account, http, call);
  // Bare once, in a list today.
  const told = list(answer['data']).length > 0 ? fields(list(answer['data'])[0]) : answer;
  const accessToken = text(told['access_token']);
  if (accessToken === undefined) throw refusal('oauth', 'the server answered without a token');
  const { permissions } = told;
  const granted = text(permissions) ?? list(permissions).join(',');
  return { accessToken, granted };
}

function accessOf(keep: Settings, apiBase: string, accessToken: string): AccountAccess {
  return { externalId: '', apiBase, app: { appId: setting(keep, 'appId') }, settings: { accessToken }, limits: {} };
}
