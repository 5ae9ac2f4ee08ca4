import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import type { OAuth } from '../kit/oauth.js';
import { fields, instant, number, text, type Fields } from '../kit/read.js';
import { harmless, succeeded, userAgent } from './call.js';

/** Where people agree and tokens are given; the API itself is on another host. */
const site = 'https://www.reddit.com';
const apiHost = 'https://oauth.reddit.com';

export const wantedScopes = [
  'identity',
  'read',
  'privatemessages',
  'submit',
  'edit',
  'history',
  'modmail',
  'modposts',
] as const;
const usualSeconds = 3600;

/** A server of ours that stands in for Reddit answers on one host. */
function siteOf(apiBase: string): string {
  return apiBase === apiHost ? site : apiBase;
}

export const oauth: OAuth = {
  start({ apiBase, redirectUrl, state, app }) {
    const query = new URLSearchParams({
      client_id: setting(app, 'clientId'),
      response_type: 'code',
      state,
      redirect_uri: redirectUrl,
      duration: 'permanent',
      scope: wantedScopes.join(' '),
    });
    const keep = {
      redirectUrl,
      apiBase,
      clientId: setting(app, 'clientId'),
      clientSecret: setting(app, 'clientSecret'),
    };
    return Promise.resolve({ url: `${siteOf(apiBase)}/api/v1/authorize?${query}`, keep });
  },

  async finish({ code, keep }, http): Promise<Settings> {
    const ask = { grant_type: 'authorization_code', code, redirect_uri: setting(keep, 'redirectUrl') };
    const { told } = await token(ask, { app: keep, apiBase: setting(keep, 'apiBase'), externalId: '' }, http);
    return { accessToken: needed(told, 'access_token'), refreshToken: needed(told, 'refresh_token') };
  },
};

/** The refresh token stays the same until somebody takes the consent back. */
export async function refresh(account: AccountAccess, http: Http): Promise<Refreshed> {
  const { settings } = account;
  const ask = { grant_type: 'refresh_token', refresh_token: setting(settings, 'refreshToken') };
  const { told, at } = await token(ask, account, http);
  const renewed = text(told['refresh_token']);
  return {
    settings: {
      ...settings,
      accessToken: needed(told, 'access_token'),
      ...(renewed === undefined ? {} : { refreshToken: renewed }),
    },
    // By Reddit's own clock; without it, the next refusal says that it is time.
    expiresAt: at ? new Date(at.getTime() + (number(told['expires_in']) ?? usualSeconds) * 1000) : null,
  };
}

type Asker = Pick<AccountAccess, 'app' | 'apiBase' | 'externalId'>;

async function token(form: Settings, asker: Asker, http: Http): Promise<{ told: Fields; at: Date | undefined }> {
  const basic = Buffer.from(`${setting(asker.app, 'clientId')}:${setting(asker.app, 'clientSecret')}`).toString(
    'base64',
  );
  const answer = await harmless(
    http.request({
      method: 'POST',
      url: `${siteOf(asker.apiBase)}/api/v1/access_token`,
      headers: { authorization: `Basic ${basic}`, 'user-agent': userAgent(asker) },
      body: new URLSearchParams(form),
    }),
  );
  const told = fields(answer.json());
  // A refresh token that was taken back is answered 400, without any of the API's own words.
  if (answer.status === 400) throw refused(text(told['error']) ?? '400');
  return { told: fields(succeeded(answer).json()), at: instant(answer.headers['date']) };
}

function refused(code: string): SendFailure {
  return new SendFailure({ kind: 'needs-reauth', code, detail: 'Reddit gave no token' });
}

function needed(told: Fields, name: string): string {
  const value = text(told[name]);
  if (value === undefined) throw refused(text(told['error']) ?? `no ${name}`);
  return value;
}
