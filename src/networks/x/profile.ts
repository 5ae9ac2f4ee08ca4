import type { Author } from '../../domain/message/inbound-event.js';
import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { ask, pathOf } from './call.js';
import { personOf } from './parse-person.js';

export async function profile(personId: string, account: AccountAccess, http: Http): Promise<Author | null> {
  const query = { 'user.fields': 'username,name,profile_image_url,public_metrics' };
  const told = await ask(account, http, { method: 'GET', path: pathOf('users', personId), query });
  return personOf(told['data']) ?? null;
}
