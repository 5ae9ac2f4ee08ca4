import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import type { OutboundMessage, Sent, Settled } from '../../kit/outbound.js';
import { fields, id, list, text, type Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { isGone } from '../graph/failures.js';
import { readEdge } from '../graph/lists.js';
import { meter, type Meter } from '../graph/meter.js';
import { moment } from '../graph/moment.js';
import { absentOrLater, clockSlackMs, saysTheSame } from '../graph/read-back.js';
import { openedFrom } from '../messenger/opening.js';
import { parentOf } from './comment-call.js';
import { isFromUs, readMessages, whole, writtenAt, type Ways } from './conversation.js';
import { atGraph, isOurs, mailbox } from './login.js';
import { mentionPlace } from './parse-change.js';

/** Looks for the message where it would stand. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http);
  const ways = { account, http: gauge.http };
  if (message.space === 'private') return settleDirect(message, ways, gauge);
  // Under what others have posted, what we said cannot be listed.
  if (message.thread.startsWith(mentionPlace)) return { is: 'unclear' };
  try {
    return await settleComment(message, ways, gauge);
  } catch (error) {
    // Nothing can stand under what is gone; the next try tells the agent so.
    if (isGone(error)) return { is: 'absent' };
    throw error;
  }
}

async function settleComment(message: OutboundMessage, { account, http }: Ways, gauge: Meter): Promise<Settled> {
  const { answers, post = '' } = message;
  const parent = answers === undefined ? undefined : ((await parentOf(answers, account, http)) ?? answers);
  const path = parent === undefined ? pathOf(post, 'comments') : pathOf(parent, 'replies');
  const query = { fields: 'id,text,timestamp,username,from', limit: '50' };
  const since = message.startedAt.getTime() - clockSlackMs;
  let after: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const read = await readEdge(atGraph(account), http, { path, query, after });
    const found = read.entries.find((one) => isTheSame(one, message, { account, since }));
    const commentId = id(found?.['id']);
    if (commentId !== undefined) return { is: 'sent', sent: { id: commentId } };
    after = read.after;
    if (after === undefined) return absentOrLater(message, gauge);
  }
  return { is: 'unclear' };
}

function isTheSame(
  one: Fields,
  message: OutboundMessage,
  { account, since }: { readonly account: AccountAccess; readonly since: number },
): boolean {
  const from = fields(one['from']);
  const username = text(from['username']) ?? text(one['username']);
  const said = text(one['text']) ?? '';
  return (
    isOurs({ id: id(from['id']), username }, account) &&
    (moment(one['timestamp'])?.getTime() ?? 0) >= since &&
    // Whoever wrote below a first comment was named.
    (saysTheSame(said, message.text) || saysTheSame(said.replace(/^@\S+ /u, ''), message.text))
  );
}

async function settleDirect(message: OutboundMessage, ways: Ways, gauge: Meter): Promise<Settled> {
  const conversation = await conversationWith(message.to.id, ways);
  if (conversation === undefined) return absentOrLater(message, gauge);
  const since = message.startedAt.getTime() - clockSlackMs;
  const { entries, after } = await readMessages(conversation, undefined, ways);
  for (const one of entries.filter((entry) => (writtenAt(entry) ?? since) >= since)) {
    const found = await whole(one, ways);
    const sent = found && isSame(found, message, ways.account) ? sentOf(found, message) : undefined;
    if (sent !== undefined) return { is: 'sent', sent };
  }
  const isWhole = after === undefined || entries.some((one) => (writtenAt(one) ?? since) < since);
  return isWhole ? absentOrLater(message, gauge) : { is: 'unclear' };
}

/** A person has one number in comments and in messages. */
async function conversationWith(personId: string, { account, http }: Ways): Promise<string | undefined> {
  const query = { platform: 'instagram', user_id: personId, fields: 'id' };
  const path = pathOf(mailbox(account), 'conversations');
  const answer = await ask(atGraph(account), http, { method: 'GET', path, query });
  return id(fields(list(answer['data'])[0])['id']);
}

function isSame(one: Fields, message: OutboundMessage, account: AccountAccess): boolean {
  const files = list(fields(one['attachments'])['data']).length;
  return (
    isFromUs(one, account) && saysTheSame(text(one['message']) ?? '', message.text) && files === message.files.length
  );
}

function sentOf(one: Fields, message: OutboundMessage): Sent | undefined {
  const messageId = id(one['id']);
  if (messageId === undefined) return undefined;
  const person = message.to.id;
  return {
    id: messageId,
    ...(openedFrom(message) === undefined ? {} : { thread: { key: person, personId: person } }),
  };
}
