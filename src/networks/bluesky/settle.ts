import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess } from '../kit/calling.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundMessage, Sent, Settled } from '../kit/outbound.js';
import { meter } from '../kit/pace.js';
import { fields, instant, list, text, type Fields } from '../kit/read.js';
import { permalinkOf, postCollection, rkeyOf, writeUri } from './address.js';
import { ask, xrpc } from './call.js';
import { errorName, failureOf } from './failures.js';
import { rateHeaders } from './rate.js';
import { convoOf, sentMessage } from './send-chat.js';

/** For clocks that differ. */
const clockSlackMs = 2 * 60_000;
/** What was written just now may not be listed yet. */
const listedAfterMs = 20_000;

/** A post is looked up by the key that we chose for it, a private message by its words in the conversation. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  if (message.space === 'private') return settlePrivate(message, account, http);
  const sent = await readRecord(message, account, http);
  // Should it still arrive, it would take the key that the next try has as well: never both are written.
  return sent === undefined ? { is: 'absent' } : { is: 'sent', sent };
}

/** Undefined when there is no such record. Throws `SendFailure` when it cannot be asked. */
export async function readRecord(
  message: OutboundMessage,
  account: AccountAccess,
  http: Http,
): Promise<Sent | undefined> {
  const place = { collection: postCollection, rkey: rkeyOf(message.id) };
  const query = { repo: account.externalId, ...place };
  const answer = await harmless(xrpc(account, http, { name: 'com.atproto.repo.getRecord', query }));
  if (isSuccess(answer)) {
    const uri = text(fields(answer.json())['uri']) ?? writeUri({ did: account.externalId, ...place });
    const permalink = permalinkOf(uri);
    return { id: uri, ...(permalink === undefined ? {} : { permalink }) };
  }
  if (isNoRecord(errorName(answer), text(fields(answer.json())['message']))) return undefined;
  throw failureOf(answer);
}

/** Older servers answer InvalidRequest, "Could not locate record". */
function isNoRecord(name: string | undefined, words: string | undefined): boolean {
  return name === 'RecordNotFound' || /could not locate record/iu.test(words ?? '');
}

async function settlePrivate(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http, rateHeaders);
  const convoId = await convoOf(message, account, gauge.http);
  const query = { convoId, limit: '100' };
  const told = await ask(account, gauge.http, { name: 'chat.bsky.convo.getMessages', query, chat: true });
  const messages = list(told['messages']).map(fields);
  const since = message.startedAt.getTime() - clockSlackMs;
  const isOurs = (one: Fields): boolean =>
    text(fields(one['sender'])['did']) === account.externalId &&
    (instant(one['sentAt'])?.getTime() ?? 0) >= since &&
    text(one['text'])?.trim() === message.text.trim();
  const found = messages.find(isOurs);
  const sent = found && sentMessage(found, convoId, message);
  if (sent !== undefined) return { is: 'sent', sent };
  const isWhole = messages.length < 100 || messages.some((one) => (instant(one['sentAt'])?.getTime() ?? since) < since);
  return isWhole ? absentOrLater(message, gauge.now()) : { is: 'unclear' };
}

function absentOrLater({ startedAt }: OutboundMessage, now: Date | undefined): Settled {
  if (now === undefined) return { is: 'unclear' };
  if (startedAt.getTime() + listedAfterMs <= now.getTime()) return { is: 'absent' };
  throw new SendFailure({ kind: 'try-again', code: 'too-early', detail: 'it may not be listed yet' });
}
