import type { Http } from '../../platform/http/http.js';
import type { AccountAccess, AccountCheck } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { baseOf, read } from './call.js';
import { readInstance } from './instance.js';
import { personOf } from './parse-person.js';
import { rightsOf } from './scopes.js';

export async function check(account: AccountAccess, http: Http): Promise<AccountCheck> {
  const answer = await read(account, http, '/api/v1/accounts/verify_credentials');
  const us = personOf(answer.json());
  if (us === undefined) {
    const detail = 'the server answered without an account: is it a Mastodon server?';
    throw new SendFailure({ kind: 'rejected', code: 'no-account', detail });
  }
  const rights = await rightsOf(account, http);
  const { limits } = await readInstance(account, http);
  return {
    externalId: us.id,
    name: us.name,
    ...(us.handle === undefined ? {} : { handle: wholeHandle(us.handle, us.profileUrl, account) }),
    ...(us.avatarUrl === undefined ? {} : { avatarUrl: us.avatarUrl }),
    ...(us.profileUrl === undefined ? {} : { profileUrl: us.profileUrl }),
    ...rights,
    // Tokens of these servers live until they are revoked.
    expiresAt: null,
    limits,
  };
}

/** A server calls its own people by their bare name; outside they have the host of their profile. */
function wholeHandle(handle: string, profileUrl: string | undefined, account: AccountAccess): string {
  return handle.includes('@') ? handle : `${handle}@${new URL(profileUrl ?? baseOf(account)).host}`;
}
