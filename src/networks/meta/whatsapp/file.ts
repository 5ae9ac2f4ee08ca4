import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import { setting } from '../../kit/form.js';
import { link } from '../../kit/read.js';
import { pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { ask } from './call.js';
import { maxFileBytes } from './content.js';

const timeoutMs = 120_000;

/** The address of a file lives five minutes and asks for our token; its id a week. Throws `SendFailure`. */
export async function file(ref: string, account: AccountAccess, http: Http): Promise<Buffer> {
  const query = { phone_number_id: account.externalId };
  const told = await ask(account, http, { method: 'GET', path: pathOf(ref), query });
  const url = link(told['url']);
  if (url === undefined) throw refusal('no-url', 'the file was answered without an address');
  const headers = { authorization: `Bearer ${setting(account.settings, 'accessToken').trim()}` };
  const answer = await fetched(http.request({ method: 'GET', url, headers, maxBytes: maxFileBytes, timeoutMs }));
  // Without the right token there is a page, with the best of statuses.
  const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
  if (answer.status === 200 && !isPage) return answer.body;
  const kind = answer.status >= 500 || answer.status === 429 ? 'try-again' : 'rejected';
  throw new SendFailure({ kind, code: `http-${answer.status}`, detail: 'the file could not be fetched' });
}

async function fetched(pending: Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await pending;
  } catch (error) {
    if (!(error instanceof NotSent) && !(error instanceof NoAnswer)) throw error;
    throw new SendFailure({ kind: 'try-again', code: error.name, detail: 'WhatsApp could not be reached' });
  }
}
