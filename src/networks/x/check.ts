import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck, MissingRight } from '../kit/account.js';
import { refusal, tolerated } from '../kit/calling.js';
import { present } from '../kit/present.js';
import { instant } from '../kit/read.js';
import { ask } from './call.js';
import { personOf } from './parse-person.js';
import { missingOf } from './scopes.js';
import { hooksOf } from './subscribe.js';

const failingHook: MissingRight = {
  name: 'webhook',
  effect: {
    en: 'X no longer calls Relais: messages arrive by polling only, some minutes late.',
    fr: 'X n’appelle plus Relais : les messages n’arrivent que par interrogation, avec quelques minutes de retard.',
  },
  repair: {
    en: 'Check that Relais is reachable from the internet by HTTPS without a port, then connect the account again.',
    fr: 'Vérifiez que Relais est joignable depuis Internet en HTTPS sans numéro de port, puis reconnectez le compte.',
  },
};

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const query = { 'user.fields': 'name,username,profile_image_url,public_metrics' };
  const us = personOf((await ask(account, http, { method: 'GET', path: '/2/users/me', query }))['data']);
  if (us === undefined) throw refusal('no-account', 'the server answered without an account: is it X?');
  const granted = (account.settings['scopes'] ?? '').split(/\s+/u).filter((scope) => scope !== '');
  const isHooked = account.app['bearerToken'] !== undefined;
  const hooks = isHooked ? await tolerated(hooksOf(account, http), []) : [];
  return {
    externalId: us.id,
    name: us.name === '' ? us.id : us.name,
    ...present({ handle: us.handle, avatarUrl: us.avatarUrl, profileUrl: us.profileUrl }),
    granted,
    missing: [...missingOf(granted), ...(hooks.some(({ isValid }) => !isValid) ? [failingHook] : [])],
    expiresAt: instant(account.settings['expiresAt']) ?? null,
    limits: {},
  };
}
