import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { Fetched } from '../../kit/source.js';
import type { Meter } from './meter.js';
import { fingerprint, noticeBody } from './poll-body.js';
import { keepSubscribed } from './subscription.js';

/**
 * Meta unsubscribes an app whose webhook has failed for an hour, and tells nobody: each walk looks first, subscribes
 * again and says so. What was missed meanwhile is what the walk then finds.
 */
export async function subscriptionNotices(
  account: AccountAccess,
  of: { readonly network: string; readonly fields: readonly string[]; readonly from: number | null },
  gauge: Meter,
): Promise<Fetched[]> {
  // Before the first walk the account is only just being subscribed.
  if (of.from === null || !(await wasRepaired(account, of.fields, gauge.http))) return [];
  const notice = {
    network: of.network,
    code: 'resubscribed',
    detail: 'Meta had ended the subscription of the Page’s webhooks; it was made again',
  };
  const at = gauge.now();
  const key = `resubscribed:${of.network}:${fingerprint(at?.getTime())}`;
  return [{ key, body: noticeBody(account.externalId, at, notice) }];
}

async function wasRepaired(account: AccountAccess, fields: readonly string[], http: Http): Promise<boolean> {
  try {
    return await keepSubscribed(fields, account, http);
  } catch (error) {
    // Without the right to look, or while Meta is busy, the walk itself is what matters.
    if (error instanceof SendFailure && !/^(?:190|102)\b/u.test(error.code)) return false;
    throw error;
  }
}
