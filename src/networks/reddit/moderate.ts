import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { ModerationAct } from '../kit/capabilities.js';
import { SendFailure } from '../kit/failure.js';
import type { Moderation } from '../kit/network.js';
import { ask } from './call.js';

type Form = (act: Moderation) => { readonly path: string; readonly form: Readonly<Record<string, string>> };

/**
 * Votes are not among them: those of a program are against Reddit's rules. Removing and approving are for moderators of the subreddit; a removed comment can be approved again.
 */
const forms: Readonly<Partial<Record<ModerationAct, Form>>> = {
  hide: ({ messageId }) => ({ path: '/api/remove', form: { id: messageId, spam: 'false' } }),
  unhide: ({ messageId }) => ({ path: '/api/approve', form: { id: messageId } }),
  delete: ({ messageId }) => ({ path: '/api/del', form: { id: messageId } }),
  'edit-own': ({ messageId, text = '' }) => ({
    path: '/api/editusertext',
    form: { api_type: 'json', thing_id: messageId, text },
  }),
};

export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const wanted = forms[act.act]?.(act);
  if (!wanted) {
    throw new SendFailure({ kind: 'rejected', code: 'not-possible', detail: `this network cannot ${act.act}` });
  }
  await ask(account, http, { method: 'POST', path: wanted.path, body: new URLSearchParams(wanted.form) });
}
