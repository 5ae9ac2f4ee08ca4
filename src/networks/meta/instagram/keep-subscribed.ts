import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { Fetched } from '../../kit/source.js';
import { ask, pathOf } from '../graph/call.js';
import type { Meter } from '../graph/meter.js';
import { fingerprint, noticeBody } from '../graph/poll-body.js';
import { keepSubscribed } from '../graph/subscription.js';
import { atGraph, loginOf, mailbox } from './login.js';
import { instagramFields, missingFields, pageFields } from './subscription.js';

/** Meta ends the subscription of an account whose webhook has failed for an hour, and tells nobody. */
export async function keptSubscribed(from: number | null, account: AccountAccess, gauge: Meter): Promise<Fetched[]> {
  // Before the first walk the account is only just being subscribed.
  if (from === null || !(await wasRepaired(account, gauge.http))) return [];
  const notice = {
    network: 'instagram',
    code: 'resubscribed',
    detail: 'Meta had ended the subscription of the account’s webhooks; it was made again',
  };
  const at = gauge.now();
  const key = `resubscribed:instagram:${fingerprint(at?.getTime())}`;
  return [{ key, body: noticeBody(account.externalId, at, notice) }];
}

async function wasRepaired(account: AccountAccess, http: Http): Promise<boolean> {
  try {
    const at = atGraph(account);
    if (loginOf(account) === 'facebook') {
      return await keepSubscribed(pageFields, { ...at, externalId: mailbox(account) }, http);
    }
    if ((await missingFields(account, http)) !== undefined) return false;
    const query = { subscribed_fields: instagramFields.join(',') };
    await ask(at, http, { method: 'POST', path: pathOf(account.externalId, 'subscribed_apps'), query });
    return true;
  } catch (error) {
    // Without the right to look, or while Meta is busy, the walk itself is what matters.
    if (error instanceof SendFailure && !/^(?:190|102)\b/u.test(error.code)) return false;
    throw error;
  }
}
