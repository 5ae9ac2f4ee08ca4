import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { OutboundMessage, Sent, Settled } from '../../kit/outbound.js';
import { fields, id, list, text, type Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { meter } from '../graph/meter.js';
import { absentOrLater, clockSlackMs, saysTheSame } from '../graph/read-back.js';
import { isFromPage, readMessages, writtenAt } from './conversation.js';
import { openedFrom } from './opening.js';

interface Ways {
  readonly account: AccountAccess;
  readonly http: Http;
}

/** Looks for the message in its conversation. Its echo, which carries our mark, settles it as well. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http);
  const ways = { account, http: gauge.http };
  const conversation = await conversationOf(message, ways);
  if (conversation === undefined) return absentOrLater(message, gauge);
  const since = message.startedAt.getTime() - clockSlackMs;
  const { entries, after } = await readMessages(conversation, undefined, ways);
  const found = entries.find((one) => isOurs(one, message, { account, since }));
  const sent = found && sentOf(found, message);
  if (sent !== undefined) return { is: 'sent', sent };
  const isWhole = after === undefined || entries.some((one) => (writtenAt(one) ?? since) < since);
  return isWhole ? absentOrLater(message, gauge) : { is: 'unclear' };
}

/** A private answer opens its conversation: only the comment knows which one that is. */
async function conversationOf(message: OutboundMessage, ways: Ways): Promise<string | undefined> {
  const { account, http } = ways;
  const publicId = openedFrom(message);
  if (publicId !== undefined) return answeredIn(publicId, ways);
  const path = pathOf(account.externalId, 'conversations');
  const query = { platform: 'messenger', user_id: message.to.id, fields: 'id' };
  const answer = await ask(account, http, { method: 'GET', path, query });
  return id(fields(list(answer['data'])[0])['id']);
}

async function answeredIn(publicId: string, { account, http }: Ways): Promise<string | undefined> {
  const query = { fields: 'id,private_reply_conversation' };
  try {
    const thing = await ask(account, http, { method: 'GET', path: pathOf(publicId), query });
    return id(fields(thing['private_reply_conversation'])['id']);
  } catch (error) {
    // A comment that is gone cannot be answered any more: what was not found until now was not sent.
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isOurs(
  one: Fields,
  message: OutboundMessage,
  { account, since }: { readonly account: AccountAccess; readonly since: number },
): boolean {
  const files = list(fields(one['attachments'])['data']).length;
  return (
    isFromPage(one, account) &&
    (writtenAt(one) ?? 0) >= since &&
    saysTheSame(text(one['message']) ?? '', message.text) &&
    files === message.files.length
  );
}

function sentOf(one: Fields, message: OutboundMessage): Sent | undefined {
  const messageId = id(one['id']);
  const ms = writtenAt(one);
  if (messageId === undefined) return undefined;
  const person = id(fields(list(fields(one['to'])['data'])[0])['id']);
  const opens = openedFrom(message) !== undefined && person !== undefined;
  return {
    id: messageId,
    ...(ms === undefined ? {} : { at: new Date(ms) }),
    ...(opens ? { thread: { key: person, personId: person } } : {}),
  };
}
