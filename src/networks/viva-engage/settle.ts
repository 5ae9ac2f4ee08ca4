import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import type { OutboundMessage, Settled } from '../kit/outbound.js';
import { fields, id, instant, list, text, type Fields } from '../kit/read.js';
import { read } from './call.js';
import { sentMessage } from './send.js';

const clockSlackMs = 2 * 60_000;

/** Looks through what the account sent for the same words under the same message, written since. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const since = message.startedAt.getTime() - clockSlackMs;
  const body = fields((await read(account, http, '/messages/sent.json?limit=20')).json());
  const ours = list(body['messages']).map(fields);
  const sent = sentMessage(ours.find((one) => isOurs(one, message, since)));
  if (sent) return { is: 'sent', sent };
  const isWhole = fields(body['meta'])['older_available'] !== true || ours.some((one) => writtenAt(one) < since);
  return { is: isWhole ? 'absent' : 'unclear' };
}

function isOurs(one: Fields, message: OutboundMessage, since: number): boolean {
  const parent = id(one['replied_to_id']);
  const wanted = message.answers ?? message.post;
  const isThere = wanted === undefined || parent === undefined || parent === wanted;
  return writtenAt(one) >= since && isThere && same(text(fields(one['body'])['plain']), message.text);
}

function same(published: string | undefined, written: string): boolean {
  return (published ?? '').replace(/\s+/gu, ' ').trim() === written.replace(/\s+/gu, ' ').trim();
}

function writtenAt(one: Fields): number {
  return instant(one['created_at'])?.getTime() ?? 0;
}
