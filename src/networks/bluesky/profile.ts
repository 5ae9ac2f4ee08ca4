import type { Author } from '../../domain/message/inbound-event.js';
import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { ask } from './call.js';
import { personOf } from './parse-person.js';

export async function profile(personId: string, account: AccountAccess, http: Http): Promise<Author | null> {
  const told = await ask(account, http, { name: 'app.bsky.actor.getProfile', query: { actor: personId } });
  return personOf(told) ?? null;
}
