import { oauth2Of } from '../kit/oauth2.js';
import { credential, restOf } from '../kit/rest.js';
import { failureOf } from './failures.js';

export const apiBase = 'https://www.googleapis.com/youtube/v3';
export const scope = 'https://www.googleapis.com/auth/youtube.force-ssl';

export const api = restOf({
  headers: ({ settings }) => ({ authorization: `Bearer ${credential(settings, 'accessToken')}` }),
  failureOf,
});

/** `prompt=consent`: without it, Google gives a refresh token only the first time. */
export const { oauth, refresh } = oauth2Of({
  authorizeUrl: (base) => (isGoogle(base) ? 'https://accounts.google.com/o/oauth2/v2/auth' : `${base}/oauth/authorize`),
  tokenUrl: (base) => (isGoogle(base) ? 'https://oauth2.googleapis.com/token' : `${base}/token`),
  scopes: [scope],
  consent: { access_type: 'offline', prompt: 'consent' },
});

function isGoogle(base: string): boolean {
  return base.replace(/\/+$/u, '') === apiBase;
}
