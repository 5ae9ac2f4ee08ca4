import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import type { ModerationAct } from '../kit/capabilities.js';
import type { Moderation } from '../kit/network.js';
import { readMessageKey } from './address.js';
import { call, type Call } from './call.js';
import { failureOf } from './failures.js';

type Way = (path: string, text: string) => Call;

const thumb = `${encodeURIComponent('👍')}/@me`;
const ways: Readonly<Partial<Record<ModerationAct, Way>>> = {
  delete: (path) => ({ method: 'DELETE', path }),
  like: (path) => ({ method: 'PUT', path: `${path}/reactions/${thumb}` }),
  unlike: (path) => ({ method: 'DELETE', path: `${path}/reactions/${thumb}` }),
  'edit-own': (path, text) => ({
    method: 'PATCH',
    path,
    body: { json: { content: text, allowed_mentions: { parse: [] } } },
  }),
};

/** What was so already is as good: a message, or a reaction, that is gone. */
export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const way = ways[act.act];
  const found = readMessageKey(act.messageId);
  if (way === undefined || found === undefined) throw refusal('not-possible', `this network cannot ${act.act} that`);
  const what = way(`/channels/${found.channel}/messages/${found.message}`, act.text ?? '');
  const answer = await harmless(call(account, http, what));
  if (isSuccess(answer) || (answer.status === 404 && what.method === 'DELETE')) return;
  throw failureOf(answer);
}
