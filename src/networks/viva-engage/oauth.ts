import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import type { OAuth } from '../kit/oauth.js';
import { fields, instant, number, text, type Fields } from '../kit/read.js';
import { harmless, succeeded } from './call.js';

const entra = 'https://login.microsoftonline.com';
const apiHost = 'https://www.yammer.com';
const scope = 'https://api.yammer.com/user_impersonation offline_access';
const usualSeconds = 3600;

/** Microsoft Entra, on behalf of a person (learn.microsoft.com, "OAuth 2.0 authorization code flow"): there is no app-only access. */
export const oauth: OAuth = {
  start({ apiBase, redirectUrl, state, app }) {
    const query = new URLSearchParams({
      client_id: setting(app, 'clientId'),
      response_type: 'code',
      redirect_uri: redirectUrl,
      response_mode: 'query',
      scope,
      state,
    });
    const { tenant, clientId, clientSecret } = asked(app);
    const keep = { redirectUrl, apiBase, tenant, clientId, clientSecret };
    return Promise.resolve({ url: `${address(apiBase, app)}/authorize?${query}`, keep });
  },

  async finish({ code, keep }, http): Promise<Settings> {
    const form = { grant_type: 'authorization_code', code, redirect_uri: setting(keep, 'redirectUrl') };
    const { told } = await token(form, { app: keep, apiBase: setting(keep, 'apiBase') }, http);
    return { accessToken: needed(told, 'access_token'), refreshToken: needed(told, 'refresh_token') };
  },
};

/** Each refresh gives a new refresh token, good for 90 days from then. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const { settings } = account;
  const form = { grant_type: 'refresh_token', refresh_token: setting(settings, 'refreshToken') };
  const { told, at } = await token(form, account, http);
  return {
    settings: {
      ...settings,
      accessToken: needed(told, 'access_token'),
      refreshToken: text(told['refresh_token']) ?? setting(settings, 'refreshToken'),
    },
    // By the server's own clock; without it, the next refusal says that it is time.
    expiresAt: at ? new Date(at.getTime() + (number(told['expires_in']) ?? usualSeconds) * 1000) : null,
  };
}

type Asker = Pick<AccountAccess, 'app' | 'apiBase'>;

async function token(
  form: Settings,
  { app, apiBase }: Asker,
  http: Http,
): Promise<{ told: Fields; at: Date | undefined }> {
  const { clientId, clientSecret } = asked(app);
  const answer = await harmless(
    http.request({
      method: 'POST',
      url: `${address(apiBase, app)}/token`,
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret, scope }),
    }),
  );
  // Entra answers 400 for a consent that was taken back or has run out.
  if (answer.status === 400) throw refused(text(fields(answer.json())['error']) ?? '400');
  return { told: fields(succeeded(answer).json()), at: instant(answer.headers['date']) };
}

/** A server of ours that stands in for both answers on one host. */
function address(apiBase: string, app: Settings): string {
  const host = apiBase === apiHost ? entra : apiBase;
  return `${host}/${encodeURIComponent(asked(app).tenant)}/oauth2/v2.0`;
}

function asked(app: Settings) {
  return {
    tenant: app['tenant'] ?? 'organizations',
    clientId: setting(app, 'clientId'),
    clientSecret: setting(app, 'clientSecret'),
  };
}

function refused(code: string): SendFailure {
  return new SendFailure({ kind: 'needs-reauth', code, detail: 'Microsoft gave no token' });
}

function needed(told: Fields, name: string): string {
  const value = text(told[name]);
  if (value === undefined) throw refused(text(told['error']) ?? `no ${name}`);
  return value;
}
