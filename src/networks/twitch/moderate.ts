import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import type { Moderation } from '../kit/network.js';
import { call } from './call.js';
import { failureOf } from './failures.js';
import { channelOf } from './subscribe.js';

/** Of the last six hours, and nobody's who moderates too. Gone already is as good. */
export async function moderate({ act, messageId }: Moderation, account: AccountAccess, http: Http): Promise<void> {
  if (act !== 'delete') throw refusal('not-possible', `this network cannot ${act} that`);
  const query = { broadcaster_id: channelOf(account), moderator_id: account.externalId, message_id: messageId };
  const answer = await harmless(call(account, http, { method: 'DELETE', path: '/moderation/chat', query }));
  if (!isSuccess(answer) && answer.status !== 404) throw failureOf(answer);
}
