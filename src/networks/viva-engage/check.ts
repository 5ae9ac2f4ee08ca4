import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields } from '../kit/read.js';
import { read } from './call.js';
import { refresh } from './oauth.js';
import { personOf } from './people.js';

/** What was filled in, or agreed to, holds a refresh token: what it gives is kept with it. */
export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const fresh = await refresh(account, http);
  const access = { ...account, settings: fresh.settings };
  const us = personOf(fields((await read(access, http, '/users/current.json')).json()));
  if (!us) throw new SendFailure({ kind: 'rejected', code: 'no-account', detail: 'Viva Engage named no account' });
  return {
    externalId: us.id,
    name: us.name,
    ...(us.handle === undefined ? {} : { handle: us.handle }),
    ...(us.avatarUrl === undefined ? {} : { avatarUrl: us.avatarUrl }),
    ...(us.profileUrl === undefined ? {} : { profileUrl: us.profileUrl }),
    granted: ['user_impersonation'],
    missing: [],
    expiresAt: fresh.expiresAt,
    limits: {},
    settings: fresh.settings,
  };
}
