import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import type { OAuth } from '../kit/oauth.js';
import { fields, instant, list, number, text } from '../kit/read.js';
import { idBase } from './call.js';
import { failureOf } from './failures.js';
import { wantedScopes } from './scopes.js';

/** dev.twitch.tv/docs/authentication/getting-tokens-oauth, "Authorization code grant flow". */
export const oauth: OAuth = {
  start({ apiBase, app, redirectUrl, state }) {
    const keep = {
      apiBase,
      clientId: setting(app, 'clientId'),
      clientSecret: setting(app, 'clientSecret'),
      redirectUrl,
    };
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: keep.clientId,
      redirect_uri: redirectUrl,
      scope: wantedScopes.join(' '),
      state,
      force_verify: 'true',
    });
    return Promise.resolve({ url: `${idBase(apiBase)}/authorize?${query}`, keep });
  },
  async finish({ code, keep }, http) {
    const form = { grant_type: 'authorization_code', code, redirect_uri: setting(keep, 'redirectUrl') };
    return (await exchange(form, { apiBase: setting(keep, 'apiBase'), app: keep }, http)).settings;
  },
};

/** A refresh token stays good until it is revoked, unless the app is a public one: whatever comes back is kept. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const token = account.settings['refreshToken'];
  if (token === undefined) {
    const detail = 'there is no refresh token: the account has to be connected again';
    throw new SendFailure({ kind: 'needs-reauth', code: 'no-refresh-token', detail });
  }
  const fresh = await exchange({ grant_type: 'refresh_token', refresh_token: token }, account, http);
  return { settings: { ...account.settings, ...fresh.settings }, expiresAt: fresh.expiresAt };
}

/** A token of the app itself, which webhooks are subscribed with. */
export async function appToken(account: AccountAccess, http: Http): Promise<string> {
  const { settings } = await exchange({ grant_type: 'client_credentials' }, account, http);
  return setting(settings, 'accessToken');
}

async function exchange(
  form: Readonly<Record<string, string>>,
  { apiBase, app }: Pick<AccountAccess, 'apiBase' | 'app'>,
  http: Http,
): Promise<Refreshed> {
  const client = { client_id: setting(app, 'clientId'), client_secret: setting(app, 'clientSecret') };
  const body = new URLSearchParams({ ...form, ...client });
  const answer = await harmless(http.request({ method: 'POST', url: `${idBase(apiBase)}/token`, body }));
  if (!isSuccess(answer)) {
    const { kind, code, message } = failureOf(answer);
    const isDead = answer.status === 400 || answer.status === 401 || answer.status === 403;
    throw new SendFailure({ kind: isDead ? 'needs-reauth' : kind, code, detail: message });
  }
  const told = fields(answer.json());
  const [accessToken, refreshToken] = [text(told['access_token']), text(told['refresh_token'])];
  if (accessToken === undefined) throw refusal('oauth', 'the server answered without a token');
  const [now, seconds] = [instant(answer.headers['date']), number(told['expires_in'])];
  const expiresAt = now === undefined || seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
  const scopes = list(told['scope']).flatMap((one) => text(one) ?? []);
  const settings: Settings = {
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(scopes.length === 0 ? {} : { scopes: scopes.join(' ') }),
  };
  return { settings, expiresAt };
}
