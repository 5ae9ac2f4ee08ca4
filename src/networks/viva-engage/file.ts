import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { ask } from './call.js';

const mostBytes = 25 * 1024 * 1024;

/** A file that only members may fetch. */
export async function file(ref: string, account: AccountAccess, http: Http): Promise<Buffer> {
  const path = `/uploaded_files/${encodeURIComponent(ref)}/download`;
  return (await ask(account, http, { method: 'GET', path, maxBytes: mostBytes })).body;
}
