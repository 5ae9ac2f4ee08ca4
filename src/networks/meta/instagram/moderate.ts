import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { Moderation } from '../../kit/network.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { isGone, refusal } from '../graph/failures.js';
import { atGraph } from './login.js';

/** Throws `SendFailure`; doing it again does no harm. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const call = callFor(act);
  try {
    await ask(atGraph(account), http, call);
  } catch (error) {
    // Gone already is as good.
    if (act.act !== 'delete' || !isGone(error)) throw error;
  }
}

function callFor({ act, messageId }: Moderation): Call {
  const path = pathOf(messageId);
  switch (act) {
    case 'hide':
    case 'unhide':
      return { method: 'POST', path, query: { hide: String(act === 'hide') } };
    case 'delete':
      return { method: 'DELETE', path };
    default:
      throw refusal('not-possible', 'Instagram does not let anybody do this');
  }
}
