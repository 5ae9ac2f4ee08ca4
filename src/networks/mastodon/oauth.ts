import type { Http, HttpAsk } from '../../platform/http/http.js';
import { SendFailure } from '../kit/failure.js';
import { setting, type Settings } from '../kit/form.js';
import type { OAuth, OAuthAsk } from '../kit/oauth.js';
import { fields, id, text, type Fields } from '../kit/read.js';
import { harmless, serverBase, succeeded } from './call.js';
import { wantedScopes } from './scopes.js';

/** Each server is an authority of its own, so Relais registers with each one before it sends anybody there. */
export const oauth: OAuth = {
  async start(ask: OAuthAsk, http: Http) {
    const server = serverBase(ask.apiBase);
    const registration = {
      client_name: 'Relais',
      redirect_uris: ask.redirectUrl,
      scopes: wantedScopes,
    };
    const app = await post(http, `${server}/api/v1/apps`, {
      json: registration,
    });
    const clientId = needed(id(app['client_id']), 'client_id');
    const clientSecret = needed(text(app['client_secret']), 'client_secret');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: ask.redirectUrl,
      scope: wantedScopes,
      state: ask.state,
      // Who is signed in with another account of that server must be able to choose.
      force_login: 'true',
    });
    const keep = {
      server,
      clientId,
      clientSecret,
      redirectUrl: ask.redirectUrl,
    };
    return { url: `${server}/oauth/authorize?${query}`, keep };
  },

  async finish({ code, keep }, http: Http): Promise<Settings> {
    const server = setting(keep, 'server');
    const clientId = setting(keep, 'clientId');
    const clientSecret = setting(keep, 'clientSecret');
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: setting(keep, 'redirectUrl'),
      scope: wantedScopes,
    });
    const token = await post(http, `${server}/oauth/token`, form);
    const accessToken = needed(text(token['access_token']), 'access_token');
    return { server, accessToken, clientId, clientSecret };
  },
};

async function post(http: Http, url: string, body: NonNullable<HttpAsk['body']>): Promise<Fields> {
  const headers = { accept: 'application/json' };
  return fields(succeeded(await harmless(http.request({ method: 'POST', url, headers, body }))).json());
}

function needed(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  const detail = `the server answered without ${name}`;
  throw new SendFailure({ kind: 'rejected', code: 'oauth', detail });
}
