import type { Author } from '../../domain/message/inbound-event.js';
import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { read } from './call.js';
import { personOf } from './parse-content.js';

export async function profile(personId: string, account: AccountAccess, http: Http): Promise<Author | null> {
  return personOf(await read(account, http, `/users/${encodeURIComponent(personId)}`)) ?? null;
}
