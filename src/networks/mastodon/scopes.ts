import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, MissingRight } from '../kit/account.js';
import type { Words } from '../kit/form.js';
import { fields, list, text } from '../kit/read.js';
import { call, harmless, type Call } from './call.js';
import { failureOf } from './failures.js';

interface Scope {
  readonly name: string;
  readonly effect: Words;
  /** Harmless, and refused with 403 without the scope: nothing has the id 0. */
  readonly probe: Call;
}

const scopes: readonly Scope[] = [
  {
    name: 'read:notifications',
    effect: {
      en: 'Nothing that people write to you arrives.',
      fr: 'Aucun message n’arrive.',
    },
    probe: { method: 'GET', path: '/api/v1/notifications?limit=1' },
  },
  {
    name: 'read:statuses',
    effect: {
      en: 'Threads are not put together, edits and deletions are not seen, and no reply can be sent.',
      fr: 'Les fils ne sont pas reconstitués, modifications et suppressions échappent, et aucune réponse ne part.',
    },
    probe: { method: 'GET', path: '/api/v1/statuses/0' },
  },
  {
    name: 'write:statuses',
    effect: {
      en: 'No reply can be sent.',
      fr: 'Aucune réponse ne peut partir.',
    },
    probe: { method: 'PUT', path: '/api/v1/statuses/0', body: { json: {} } },
  },
  {
    name: 'write:media',
    effect: {
      en: 'Replies cannot carry files.',
      fr: 'Les réponses ne peuvent pas porter de fichiers.',
    },
    probe: { method: 'PUT', path: '/api/v1/media/0', body: { json: {} } },
  },
  {
    name: 'write:favourites',
    effect: {
      en: 'Messages cannot be favourited.',
      fr: 'Les messages ne peuvent pas être mis en favoris.',
    },
    probe: { method: 'POST', path: '/api/v1/statuses/0/favourite' },
  },
];

/** What Relais asks for when an account is connected. */
export const wantedScopes = ['read:accounts', ...scopes.map((scope) => scope.name)].join(' ');

const repair: Words = {
  en: 'Connect the account again and accept everything that is asked, or make a new access token in Mastodon under Preferences, Development, with the scopes read and write.',
  fr: 'Reconnectez le compte en acceptant tout ce qui est demandé, ou créez dans Mastodon (Préférences, Développement) un nouveau jeton avec les droits read et write.',
};

export interface Rights {
  readonly granted: readonly string[];
  readonly missing: readonly MissingRight[];
}

/** From the scopes the server names, else by trying each. Throws `SendFailure` when it cannot be asked. */
export async function rightsOf(account: AccountAccess, http: Http): Promise<Rights> {
  const named = await namedScopes(account, http);
  const granted: string[] = [...named];
  const missing: MissingRight[] = [];
  for (const scope of scopes) {
    const has = named.length === 0 ? await allows(scope, account, http) : covers(named, scope.name);
    if (!has) missing.push({ name: scope.name, effect: scope.effect, repair });
    else if (named.length === 0) granted.push(scope.name);
  }
  return { granted, missing };
}

/** Mastodon 4.3 and later name them; an app's scopes are those of the tokens that were made for it. */
async function namedScopes(account: AccountAccess, http: Http): Promise<readonly string[]> {
  const path = '/api/v1/apps/verify_credentials';
  const answer = await harmless(call(account, http, { method: 'GET', path }));
  const named = answer.status === 200 ? fields(answer.json())['scopes'] : [];
  return typeof named === 'string' ? named.split(/\s+/u) : list(named).flatMap((one) => text(one) ?? []);
}

/** `write` covers `write:statuses`. */
function covers(named: readonly string[], wanted: string): boolean {
  return named.includes(wanted) || named.includes(wanted.replace(/:.*$/u, ''));
}

async function allows(scope: Scope, account: AccountAccess, http: Http): Promise<boolean> {
  const answer = await harmless(call(account, http, scope.probe));
  if (answer.status === 401 || answer.status === 429) throw failureOf(answer);
  return !(answer.status === 403 && failureOf(answer).kind === 'needs-reauth');
}
