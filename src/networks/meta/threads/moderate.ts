import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { Moderation } from '../../kit/network.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { isGone, refusal } from '../graph/failures.js';
import { atThreads } from './at.js';

/** Throws `SendFailure`; doing it again does no harm. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const call = callFor(act);
  try {
    await ask(atThreads(account), http, call);
  } catch (error) {
    // Gone already is as good.
    if (act.act !== 'delete' || !isGone(error)) throw error;
  }
}

function callFor({ act, messageId }: Moderation): Call {
  switch (act) {
    case 'hide':
    case 'unhide':
      return { method: 'POST', path: pathOf(messageId, 'manage_reply'), query: { hide: String(act === 'hide') } };
    case 'delete':
      return { method: 'DELETE', path: pathOf(messageId) };
    default:
      throw refusal('not-possible', 'Threads does not let anybody do this');
  }
}
