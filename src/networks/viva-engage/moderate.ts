import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { Moderation } from '../kit/network.js';
import { ask, call, harmless, succeeded } from './call.js';

export async function moderate({ act, messageId }: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const which = encodeURIComponent(messageId);
  if (act === 'like' || act === 'unlike') {
    const method = act === 'like' ? 'POST' : 'DELETE';
    await ask(account, http, { method, path: `/messages/liked_by/current.json?message_id=${which}` });
  } else if (act === 'delete') {
    const answer = await harmless(call(account, http, { method: 'DELETE', path: `/messages/${which}.json` }));
    // Gone already is as good.
    if (answer.status !== 404) succeeded(answer);
  } else {
    throw new SendFailure({ kind: 'rejected', code: 'not-possible', detail: `this network cannot ${act}` });
  }
}
