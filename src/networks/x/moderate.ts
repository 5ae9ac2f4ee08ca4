import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import type { Moderation } from '../kit/network.js';
import { fields, flag } from '../kit/read.js';
import { call, pathOf } from './call.js';
import { failureOf } from './failures.js';

export async function moderate({ act, messageId }: Moderation, account: AccountAccess, http: Http): Promise<void> {
  if (act === 'delete') return remove(messageId, account, http);
  if (act !== 'hide' && act !== 'unhide') throw refusal('not-possible', `this network cannot ${act} that`);
  const body = { json: { hidden: act === 'hide' } };
  const answer = await harmless(
    call(account, http, { method: 'PUT', path: pathOf('tweets', messageId, 'hidden'), body }),
  );
  if (!isSuccess(answer)) throw failureOf(answer);
}

/** Posts and private messages are numbered alike: what is no post may be a message. Gone already is as good. */
async function remove(messageId: string, account: AccountAccess, http: Http): Promise<void> {
  const post = await harmless(call(account, http, { method: 'DELETE', path: pathOf('tweets', messageId) }));
  if (isDeleted(post)) return;
  if (post.status !== 404 && post.status !== 400 && !isSuccess(post)) throw failureOf(post);
  const direct = await harmless(call(account, http, { method: 'DELETE', path: pathOf('dm_events', messageId) }));
  if (!isSuccess(direct) && direct.status !== 404) throw failureOf(direct);
}

function isDeleted(answer: HttpAnswer): boolean {
  return isSuccess(answer) && flag(fields(fields(answer.json())['data'])['deleted']) !== false;
}
