import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { Words } from '../kit/form.js';
import { fields, link, list, text } from '../kit/read.js';
import { read } from './call.js';
import { refresh, wantedScopes } from './oauth.js';

const repair: Words = {
  en: 'Connect the account again with the button, and accept everything that is asked.',
  fr: 'Reconnectez le compte avec le bouton en acceptant tout ce qui est demandé.',
};

const effects: Readonly<Record<(typeof wantedScopes)[number], Words>> = {
  identity: { en: 'The account cannot be recognised.', fr: 'Le compte ne peut pas être reconnu.' },
  read: { en: 'Comments cannot be read.', fr: 'Les commentaires ne peuvent pas être lus.' },
  privatemessages: { en: 'Nothing of the inbox arrives.', fr: 'Rien n’arrive de la boîte de réception.' },
  submit: { en: 'No reply can be sent.', fr: 'Aucune réponse ne peut partir.' },
  edit: {
    en: 'Own comments cannot be corrected or deleted.',
    fr: 'Vos commentaires ne peuvent être ni corrigés ni supprimés.',
  },
  history: {
    en: 'A reply whose outcome is unknown cannot be looked up.',
    fr: 'Une réponse au sort inconnu ne peut pas être vérifiée.',
  },
  modmail: { en: 'Messages to the moderators do not arrive.', fr: 'Les messages aux modérateurs n’arrivent pas.' },
  modposts: {
    en: 'Comments in your subreddit cannot be removed.',
    fr: 'Les commentaires de votre subreddit ne peuvent pas être retirés.',
  },
};

/** Credentials that were filled in hold a refresh token at most: what it gives is kept with them. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const fresh = await refresh(account, http);
  const access = { ...account, settings: fresh.settings };
  const me = fields((await read(access, http, '/api/v1/me?raw_json=1')).json());
  const name = text(me['name']);
  if (name === undefined)
    throw new SendFailure({ kind: 'rejected', code: 'no-account', detail: 'Reddit named no account' });
  const avatar = link(me['icon_img']);
  const granted = await scopesOf(access, http);
  return {
    externalId: name,
    name,
    handle: `u/${name}`,
    ...(avatar === undefined ? {} : { avatarUrl: avatar }),
    profileUrl: `https://www.reddit.com/user/${encodeURIComponent(name.toWellFormed())}`,
    granted,
    missing: missingIn(granted),
    expiresAt: fresh.expiresAt,
    limits: {},
    settings: fresh.settings,
  };
}

/** Reddit lists them with what may be asked of the account; a server that does not is taken at its word. */
async function scopesOf(account: AccountAccess, http: Http): Promise<string[]> {
  const told = fields((await read(account, http, '/api/v1/me/scopes')).json());
  return list(told['scopes']).flatMap((one) => text(one) ?? []);
}

function missingIn(granted: readonly string[]): MissingRight[] {
  if (granted.length === 0 || granted.includes('*')) return [];
  return wantedScopes
    .filter((name) => !granted.includes(name))
    .map((name) => ({ name, effect: effects[name], repair }));
}
