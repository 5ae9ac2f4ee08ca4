import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import { fields, number, text } from '../kit/read.js';
import { addressFor, ask, harmless } from './call.js';
import { refusal } from './failures.js';

/** What bots may download (core.telegram.org/bots/api#getfile). */
const maxBytes = 20 * 1024 * 1024;
const timeoutMs = 120_000;

/** The bytes of a file_id. Its address would give the token away, so it never leaves this function. */
export async function file(ref: string, account: AccountAccess, http: Http): Promise<Buffer> {
  const found = fields(await ask(account, http, { method: 'getFile', params: { file_id: ref } }));
  const path = text(found['file_path']);
  if (path === undefined) throw refusal('no-file', 'Telegram gave no path for the file');
  if ((number(found['file_size']) ?? 0) > maxBytes) throw refusal('file-too-big', 'the file has more than 20 MB');
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw refusal('no-file', 'a path that is none');
  const url = addressFor(account, { file: parts.map(encodeURIComponent).join('/') });
  const answer = await harmless(http.request({ method: 'GET', url, timeoutMs, maxBytes }));
  if (answer.status === 200) return answer.body;
  const kind = answer.status >= 400 && answer.status < 500 ? 'rejected' : 'try-again';
  throw new SendFailure({ kind, code: `file-${answer.status}`, detail: `HTTP ${answer.status} to a download` });
}
