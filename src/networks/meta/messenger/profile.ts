import type { Author } from '../../../domain/message/inbound-event.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { id, link, text } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { words } from '../graph/words.js';
import { guestMark } from './event.js';

/** Who a person is; null for a guest of a website, and for whoever Meta does not let the app know. */
export async function profile(personId: string, account: AccountAccess, http: Http): Promise<Author | null> {
  if (personId.startsWith(guestMark)) return null;
  try {
    const query = { fields: 'first_name,last_name,profile_pic' };
    const told = await ask(account, http, { method: 'GET', path: pathOf(personId), query });
    const names = [told['first_name'], told['last_name']].flatMap((name) => words(name) ?? []);
    const name = text(names.join(' ')) ?? words(told['name']);
    const avatarUrl = link(told['profile_pic']);
    if (name === undefined) return null;
    return {
      id: id(told['id']) ?? personId,
      name,
      ...(avatarUrl === undefined ? {} : { avatarUrl }),
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
