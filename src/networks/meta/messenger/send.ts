import type { Http, HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure, UnknownOutcome } from '../../kit/failure.js';
import type { OutboundMessage, Sent } from '../../kit/outbound.js';
import { fields, id } from '../../kit/read.js';
import { pathOf, publish } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { budgetOf } from '../graph/rate.js';
import { contentOf } from './content.js';
import { guestMark } from './event.js';
import { openedFrom } from './opening.js';

const publishTimeoutMs = 30_000;
/** A little before the 24 hours are over: clocks differ, and the late way is open already. */
const windowMs = 24 * 60 * 60_000 - 60_000;

/** A message in an open exchange, or the one private answer to a comment or a post. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  if (message.space === 'public') throw refusal('not-possible', 'Messenger has no public messages');
  const body = { recipient: recipientOf(message, account), message: await contentOf(message, account, http) };
  const post = (way: object) =>
    publish(account, http, {
      method: 'POST',
      path: pathOf(account.externalId, 'messages'),
      body: { json: { ...body, ...way } },
      timeoutMs: publishTimeoutMs,
    });
  if (isLate(message, account)) return sentOf(await post(humanAgent), message);
  try {
    return sentOf(await post(inWindow), message);
  } catch (error) {
    // Meta's own count of the 24 hours is the one that matters: what it refuses as late, goes the late way.
    const isClosed = error instanceof SendFailure && error.kind === 'window-closed';
    if (!isClosed || !hasLateWay(message, account)) throw error;
    return sentOf(await post(humanAgent), message);
  }
}

const inWindow = { messaging_type: 'RESPONSE' };
/** Only what a person wrote may go out so late, and everything that Relais sends was written by one. */
const humanAgent = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

function isLate(message: OutboundMessage, account: AccountAccess): boolean {
  const since = message.lastInboundAt?.getTime();
  const isPast = since !== undefined && message.startedAt.getTime() - since > windowMs;
  return isPast && hasLateWay(message, account);
}

function hasLateWay(message: OutboundMessage, account: AccountAccess): boolean {
  return account.limits.humanAgent === true && openedFrom(message) === undefined;
}

/** Of a Page's posts the first half of the id is the Page; a comment's is the post. */
function recipientOf(message: OutboundMessage, account: AccountAccess): Readonly<Record<string, string>> {
  const from = openedFrom(message);
  if (from !== undefined) return from.startsWith(`${account.externalId}_`) ? { post_id: from } : { comment_id: from };
  return message.to.id.startsWith(guestMark)
    ? { user_ref: message.to.id.slice(guestMark.length) }
    : { id: message.to.id };
}

function sentOf(answer: HttpAnswer, message: OutboundMessage): Sent {
  const told = fields(answer.json());
  const messageId = id(told['message_id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  const person = id(told['recipient_id']);
  const budget = budgetOf(answer);
  const opens = openedFrom(message) !== undefined && person !== undefined;
  return {
    id: messageId,
    ...(opens ? { thread: { key: person, personId: person } } : {}),
    ...(budget === undefined ? {} : { budget }),
  };
}
