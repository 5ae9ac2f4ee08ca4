import type { Author } from '../../../domain/message/inbound-event.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { given } from '../../kit/given.js';
import { id, link, number } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { words } from '../graph/words.js';
import { atGraph } from './login.js';
import { profileUrlOf } from './parse-change.js';

/** Who a person is, once they have written; any field that there is not makes the whole call fail. */
export async function profile(personId: string, account: AccountAccess, http: Http): Promise<Author | null> {
  // Somebody who is known by one comment or mention only.
  if (personId.includes(':')) return null;
  try {
    const query = { fields: 'name,username,profile_pic,follower_count' };
    const told = await ask(atGraph(account), http, { method: 'GET', path: pathOf(personId), query });
    const handle = words(told['username']);
    const name = words(told['name']) ?? handle;
    if (name === undefined) return null;
    return {
      id: id(told['id']) ?? personId,
      name,
      ...given('handle', handle),
      ...given('profileUrl', handle && profileUrlOf(handle)),
      ...given('avatarUrl', link(told['profile_pic'])),
      ...given('followers', number(told['follower_count'])),
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
