import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess, AccountCheck } from '../../kit/account.js';
import { given } from '../../kit/given.js';
import { id, link, text } from '../../kit/read.js';
import { ask } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { atThreads } from './at.js';
import { tokenFacts } from './token.js';

/** Throws `SendFailure` for a token that is dead. Which permissions it has, Threads does not tell. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const query = { fields: 'id,username,name,threads_profile_picture_url' };
  const me = await ask(atThreads(account), http, { method: 'GET', path: '/me', query });
  const externalId = id(me['id']);
  if (externalId === undefined) throw refusal('no-account', 'the server answered without a profile');
  const { settings, expiresAt } = await tokenFacts(account, http);
  const handle = text(me['username']);
  return {
    externalId,
    name: text(me['name']) ?? handle ?? externalId,
    ...given('handle', handle),
    ...given('profileUrl', handle && `https://www.threads.net/@${encodeURIComponent(handle)}`),
    ...given('avatarUrl', link(me['threads_profile_picture_url'])),
    granted: [],
    missing: [],
    expiresAt,
    limits: {},
    settings: { ...settings, ...given('username', handle) },
  };
}
