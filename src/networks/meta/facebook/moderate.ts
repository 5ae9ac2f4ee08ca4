import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { Moderation } from '../../kit/network.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { judged } from './right-here.js';

/** Throws `SendFailure`; doing it again does no harm. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const { call, right } = callFor(act);
  try {
    await judged({ target: act.messageId, right }, { account, http }, () => ask(account, http, call));
  } catch (error) {
    // Gone already is as good.
    if (act.act !== 'delete' || !isGone(error)) throw error;
  }
}

function callFor(act: Moderation): {
  readonly call: Call;
  readonly right: 'can_hide' | 'can_remove' | 'can_like' | 'can_comment';
} {
  const path = pathOf(act.messageId);
  const likes = pathOf(act.messageId, 'likes');
  switch (act.act) {
    case 'hide':
    case 'unhide':
      return { call: { method: 'POST', path, body: { json: { is_hidden: act.act === 'hide' } } }, right: 'can_hide' };
    case 'delete':
      return { call: { method: 'DELETE', path }, right: 'can_remove' };
    case 'like':
      return { call: { method: 'POST', path: likes }, right: 'can_like' };
    case 'unlike':
      return { call: { method: 'DELETE', path: likes }, right: 'can_like' };
    case 'edit-own':
      return { call: { method: 'POST', path, body: { json: { message: act.text ?? '' } } }, right: 'can_comment' };
  }
}
