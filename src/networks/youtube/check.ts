import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import { present } from '../kit/present.js';
import { expiryOf, grantedScopes } from '../kit/oauth2.js';
import { fields, id, link, list, text } from '../kit/read.js';
import { encoded } from '../kit/rest.js';
import { api, scope } from './api.js';

const noRefresh: MissingRight = {
  name: 'refresh_token',
  effect: {
    en: 'Access ends within the hour, and cannot be renewed.',
    fr: 'L’accès prend fin dans l’heure et ne peut pas être renouvelé.',
  },
  repair: {
    en: 'Connect the channel with the button, and accept everything Google asks.',
    fr: 'Connectez la chaîne avec le bouton et acceptez tout ce que Google demande.',
  },
};

const noScope: MissingRight = {
  name: scope,
  effect: {
    en: 'Comments can neither be answered nor moderated.',
    fr: 'Il est impossible de répondre aux commentaires et de les modérer.',
  },
  repair: {
    en: 'Connect the channel again and leave the box about comments ticked.',
    fr: 'Connectez à nouveau la chaîne en laissant cochée la case des commentaires.',
  },
};

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const query = { part: 'snippet', mine: 'true' };
  const answer = await api.ask(account, http, { method: 'GET', path: '/channels', query });
  const channel = fields(list(answer['items'])[0]);
  const channelId = id(channel['id']);
  if (channelId === undefined) throw refusal('no-channel', 'this Google account has no YouTube channel');
  const snippet = fields(channel['snippet']);
  const granted = grantedScopes(account.settings);
  return {
    externalId: channelId,
    name: text(snippet['title']) ?? channelId,
    ...present({
      handle: text(snippet['customUrl'])?.replace(/^@/u, ''),
      avatarUrl: link(fields(fields(snippet['thumbnails'])['default'])['url']),
    }),
    profileUrl: `https://www.youtube.com/channel/${encoded(channelId)}`,
    granted,
    missing: [
      ...(granted.length > 0 && !granted.includes(scope) ? [noScope] : []),
      ...(account.settings['refreshToken'] === undefined ? [noRefresh] : []),
    ],
    expiresAt: expiryOf(account.settings),
    limits: {},
  };
}
