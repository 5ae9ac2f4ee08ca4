import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { tolerated } from '../kit/calling.js';
import { text, type Fields } from '../kit/read.js';
import { ask } from './call.js';

/** Undefined for a name that nobody has: it stays plain text. */
export async function didOf(handle: string, account: AccountAccess, http: Http): Promise<string | undefined> {
  const call = { name: 'com.atproto.identity.resolveHandle', query: { handle } };
  const told: Fields = await tolerated<Fields, Fields>(ask(account, http, call), {});
  return text(told['did']);
}
