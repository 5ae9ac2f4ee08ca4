import type { Http, HttpAnswer, HttpAsk } from '../../platform/http/http.js';
import type { AccountAccess, Refreshed } from './account.js';
import { harmless, isSuccess } from './calling.js';
import { SendFailure } from './failure.js';
import { setting, type Settings } from './form.js';
import type { OAuth } from './oauth.js';
import { serverTime } from './pace.js';
import { fields, number, text, type Fields } from './read.js';
import { failed, kindOfStatus } from './rest.js';

/** The authorization-code flow of RFC 6749, with the app's `clientId` and `clientSecret`, and what a network adds to it. */
export interface OAuth2Rules {
  /** Where a person consents, and where tokens come from. */
  authorizeUrl(apiBase: string): string;
  tokenUrl(apiBase: string): string;
  readonly scopes: readonly string[];
  readonly separator?: string;
  /** Added to the address of the consent. */
  readonly consent?: Readonly<Record<string, string>>;
  /** The app in the body, or by Basic authentication. */
  readonly appBy?: 'basic';
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OAuth2 {
  readonly oauth: OAuth;
  readonly refresh: (account: AccountAccess, http: Http) => Promise<Refreshed>;
}

export function oauth2Of(rules: OAuth2Rules): OAuth2 {
  return {
    oauth: {
      start: async (ask) => {
        const query = new URLSearchParams({
          ...rules.consent,
          response_type: 'code',
          client_id: setting(ask.app, 'clientId'),
          redirect_uri: ask.redirectUrl,
          scope: rules.scopes.join(rules.separator ?? ' '),
          state: ask.state,
        });
        const { app, apiBase, redirectUrl } = ask;
        const [clientId, clientSecret] = [setting(app, 'clientId'), setting(app, 'clientSecret')];
        const url = `${rules.authorizeUrl(apiBase)}?${query}`;
        return Promise.resolve({ url, keep: { apiBase, clientId, clientSecret, redirectUrl } });
      },
      finish: async ({ code, keep }, http) => {
        const form = { grant_type: 'authorization_code', code, redirect_uri: setting(keep, 'redirectUrl') };
        const answer = await tokens(rules, { apiBase: setting(keep, 'apiBase'), app: keep, form }, http);
        return tokenSettings(answer.read, answer.at);
      },
    },
    refresh: async ({ apiBase, app, settings }, http) => {
      const refreshToken = settings['refreshToken'] ?? '';
      if (refreshToken === '') throw reauth('no-refresh-token', 'there is no refresh token: connect the account again');
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const answer = await tokens(rules, { apiBase, app, form }, http);
      // Where no new refresh token is given, the old one goes on.
      const fresh = { ...settings, ...tokenSettings(answer.read, answer.at) };
      return { settings: fresh, expiresAt: expiryOf(fresh) };
    },
  };
}

async function tokens(
  rules: OAuth2Rules,
  ask: { readonly apiBase: string; readonly app: Settings; readonly form: Readonly<Record<string, string>> },
  http: Http,
): Promise<{ read: Fields; at: Date | undefined }> {
  const { app, form, apiBase } = ask;
  const [id, secret] = [setting(app, 'clientId'), setting(app, 'clientSecret')];
  const isBasic = rules.appBy === 'basic';
  const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
  const call: HttpAsk = {
    method: 'POST',
    url: rules.tokenUrl(apiBase),
    headers: { accept: 'application/json', ...rules.headers, ...(isBasic ? { authorization: `Basic ${basic}` } : {}) },
    body: new URLSearchParams({ ...form, ...(isBasic ? {} : { client_id: id, client_secret: secret }) }),
  };
  const answer = await harmless(http.request(call));
  if (!isSuccess(answer)) throw tokenFailure(answer);
  return { read: fields(answer.json()), at: serverTime(answer) };
}

/** RFC 6749, section 5.2: whatever is wrong with the grant or the app, only a human can mend it. */
function tokenFailure(answer: HttpAnswer): SendFailure {
  const body = fields(answer.json());
  const code = text(body['error']) ?? String(answer.status);
  const isFinal = answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status);
  const kind = isFinal ? 'needs-reauth' : kindOfStatus(answer.status);
  return failed(answer, { kind, code, words: `the tokens were refused: ${code}` });
}

/** What is kept of an answer with tokens. */
function tokenSettings(read: Fields, at: Date | undefined): Settings {
  const accessToken = text(read['access_token']);
  if (accessToken === undefined) throw reauth('no-token', 'the network answered without a token');
  const refreshToken = text(read['refresh_token']);
  const seconds = number(read['expires_in']);
  const scopes = Array.isArray(read['scope']) ? read['scope'].join(' ') : text(read['scope']);
  const ends =
    at !== undefined && seconds !== undefined && seconds > 0 ? new Date(at.getTime() + seconds * 1000) : null;
  return {
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(ends === null ? {} : { expiresAt: ends.toISOString() }),
    ...(scopes === undefined ? {} : { scopes }),
  };
}

/** When the kept access token ends; null when the network did not say. */
export function expiryOf(settings: Settings): Date | null {
  const ms = Date.parse(settings['expiresAt'] ?? '');
  return Number.isNaN(ms) ? null : new Date(ms);
}

export function grantedScopes(settings: Settings): string[] {
  return (settings['scopes'] ?? '').split(/[\s,]+/u).filter((scope) => scope !== '');
}

function reauth(code: string, detail: string): SendFailure {
  return new SendFailure({ kind: 'needs-reauth', code, detail });
}
