import type { Http, HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { UnknownOutcome } from '../../kit/failure.js';
import type { OutboundMessage, Sent } from '../../kit/outbound.js';
import { fields, id } from '../../kit/read.js';
import { publish } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { budgetOf } from '../graph/rate.js';
import { openedFrom } from '../messenger/opening.js';
import { commentCall } from './comment-call.js';
import { contentOf } from './content.js';
import { atGraph, mailbox } from './login.js';
import { windowed } from './windowed.js';

const publishTimeoutMs = 30_000;

/** A comment, the answer to a mention, a private message, or the one private answer to a comment. */
export function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  return message.space === 'public' ? sendComment(message, account, http) : sendDirect(message, account, http);
}

async function sendComment(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const call = await commentCall(message, account, http);
  const answer = await publish(atGraph(account), http, { ...call, timeoutMs: publishTimeoutMs });
  const commentId = id(fields(answer.json())['id']);
  if (commentId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { id: commentId, ...spent(answer) };
}

async function sendDirect(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const from = openedFrom(message);
  const recipient = from === undefined ? { id: message.to.id } : { comment_id: from };
  const body = { recipient, message: await contentOf(message, account, http) };
  if (from !== undefined && message.files.length > 0) {
    throw refusal('text-only', 'the private answer to a comment can only have words');
  }
  const answer = await windowed(message, account, (way) =>
    publish(atGraph(account), http, {
      method: 'POST',
      path: `/${encodeURIComponent(mailbox(account))}/messages`,
      body: { json: { ...body, ...way } },
      timeoutMs: publishTimeoutMs,
    }),
  );
  return sentOf(answer, from !== undefined);
}

function sentOf(answer: HttpAnswer, opens: boolean): Sent {
  const told = fields(answer.json());
  const messageId = id(told['message_id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  const person = id(told['recipient_id']);
  const thread = opens && person !== undefined ? { thread: { key: person, personId: person } } : {};
  return { id: messageId, ...thread, ...spent(answer) };
}

function spent(answer: HttpAnswer): Pick<Sent, 'budget'> {
  const budget = budgetOf(answer);
  return budget === undefined ? {} : { budget };
}
