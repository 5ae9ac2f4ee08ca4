import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundMessage, Settled } from '../kit/outbound.js';
import { meter } from '../kit/pace.js';
import { fields, id, instant, list, text, type Fields } from '../kit/read.js';
import { idAt, nonceOf } from './address.js';
import { rateHeaders, read } from './call.js';
import { channelFor, send, sentMessage } from './send.js';

/** Discord knows a nonce for "a few minutes". */
const nonceKeptMs = 2 * 60_000;
const clockSlackMs = 60_000;

/** Looked for in the channel first; what is not there is sent again while Discord still knows its nonce. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http, rateHeaders);
  const channel = await channelFor(message, account, gauge.http);
  const since = message.startedAt.getTime() - clockSlackMs;
  const path = `/channels/${encodeURIComponent(channel)}/messages?after=${idAt(new Date(since))}&limit=100`;
  const messages = list(await read(account, gauge.http, path)).map(fields);
  const found = messages.find((one) => isOurs(one, message, { us: account.externalId, since }));
  const sent = found && sentMessage(found, channel, message);
  if (sent !== undefined) return { is: 'sent', sent };
  const now = gauge.now()?.getTime();
  if (now === undefined || messages.length === 100) return { is: 'unclear' };
  return now - message.startedAt.getTime() < nonceKeptMs ? sendAgain(message, account, http) : { is: 'absent' };
}

async function sendAgain(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  try {
    return { is: 'sent', sent: await send(message, account, http) };
  } catch (error) {
    // Refused now, and not there before: it was never published. The next try tells the agent why.
    if (error instanceof SendFailure && error.kind === 'rejected') return { is: 'absent' };
    throw error;
  }
}

function isOurs(one: Fields, message: OutboundMessage, by: { readonly us: string; readonly since: number }): boolean {
  if (id(fields(one['author'])['id']) !== by.us) return false;
  if (id(one['nonce']) === nonceOf(message.id)) return true;
  const isSame = (text(one['content']) ?? '').trim() === message.text.trim();
  const files = list(one['attachments']).length;
  return isSame && files === message.files.length && (instant(one['timestamp'])?.getTime() ?? 0) >= by.since;
}
