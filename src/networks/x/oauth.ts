import { createHash, createHmac } from 'node:crypto';

import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import type { OAuth } from '../kit/oauth.js';
import { instant, fields, number, text } from '../kit/read.js';
import { failureOf } from './failures.js';
import { wantedScopes } from './scopes.js';

const official = 'https://api.x.com';

/** The authorization-code flow with PKCE (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code). */
export const oauth: OAuth = {
  start({ apiBase, app, redirectUrl, state }) {
    const clientId = setting(app, 'clientId');
    const clientSecret = setting(app, 'clientSecret');
    // Nobody can guess it who does not hold the secret, and it need not be made by chance.
    const verifier = createHmac('sha256', clientSecret).update(state).digest('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUrl,
      scope: wantedScopes.join(' '),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const door = apiBase === official ? 'https://x.com' : apiBase;
    const keep = { apiBase, clientId, clientSecret, redirectUrl, verifier };
    return Promise.resolve({ url: `${door}/i/oauth2/authorize?${query}`, keep });
  },

  async finish({ code, keep }, http) {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: setting(keep, 'redirectUrl'),
      code_verifier: setting(keep, 'verifier'),
      client_id: setting(keep, 'clientId'),
    });
    return (await exchange(form, { apiBase: setting(keep, 'apiBase'), app: keep }, http)).settings;
  },
};

/** The refresh token is good once: what comes back must be stored before anything else is done. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const token = account.settings['refreshToken'];
  if (token === undefined) {
    const detail = 'there is no refresh token: the account has to be connected again';
    throw new SendFailure({ kind: 'needs-reauth', code: 'no-refresh-token', detail });
  }
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: setting(account.app, 'clientId'),
  });
  const fresh = await exchange(form, account, http);
  return { settings: { ...account.settings, ...fresh.settings }, expiresAt: fresh.expiresAt };
}

async function exchange(
  form: URLSearchParams,
  { apiBase, app }: Pick<AccountAccess, 'apiBase' | 'app'>,
  http: Http,
): Promise<Refreshed> {
  const basic = Buffer.from(`${setting(app, 'clientId')}:${app['clientSecret'] ?? ''}`).toString('base64');
  const headers = { accept: 'application/json', authorization: `Basic ${basic}` };
  const answer = await harmless(
    http.request({ method: 'POST', url: `${apiBase}/2/oauth2/token`, headers, body: form }),
  );
  if (!isSuccess(answer)) throw refusedToken(answer);
  const told = fields(answer.json());
  const accessToken = text(told['access_token']);
  if (accessToken === undefined) throw refusal('oauth', 'the server answered without a token');
  const expiresAt = endOf(answer, number(told['expires_in']));
  const [refreshToken, scopes] = [text(told['refresh_token']), text(told['scope'])];
  const settings: Settings = {
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() }),
  };
  return { settings, expiresAt };
}

/** 400 and 401 say that the token is dead: only a human can help. */
function refusedToken(answer: HttpAnswer): SendFailure {
  const failure = failureOf(answer);
  if (answer.status !== 400 && answer.status !== 401) return failure;
  return new SendFailure({ kind: 'needs-reauth', code: failure.code, detail: failure.message });
}

function endOf(answer: HttpAnswer, seconds: number | undefined): Date | null {
  const now = instant(answer.headers['date']);
  return now === undefined || seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
