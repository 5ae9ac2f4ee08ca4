import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { OutboundMessage } from '../../kit/outbound.js';
import { fields, id } from '../../kit/read.js';
import { ask, pathOf, type Call } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { atGraph, loginOf } from './login.js';
import { mentionPlace } from './parse-change.js';

export const maxComment = 2200;

/** Where a public reply is put, and what it says there. Throws `SendFailure` for what Instagram is known to refuse. */
export async function commentCall(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Call> {
  if (message.files.length > 0) throw refusal('file-type', 'a comment on Instagram has no files');
  if (message.text.length > maxComment) throw refusal('too-long', `at most ${maxComment} characters`);
  if (message.thread.startsWith(mentionPlace)) return mentionCall(message, account);
  const { answers, post, text } = message;
  if (answers === undefined) {
    if (post === undefined) throw refusal('no-target', 'there is nothing to answer');
    return { method: 'POST', path: pathOf(post, 'comments'), query: { message: text } };
  }
  const parent = await parentOf(answers, account, http);
  // Only first comments can be answered: whoever wrote below one is named instead.
  const said = parent === undefined ? text : named(message);
  return { method: 'POST', path: pathOf(parent ?? answers, 'replies'), query: { message: said } };
}

/** `POST /{account}/mentions`: only the login with Facebook has it. */
function mentionCall({ answers, post, text }: OutboundMessage, account: AccountAccess): Call {
  if (loginOf(account) === 'instagram') {
    throw refusal('not-possible', 'mentions can only be answered by accounts that are connected with Facebook');
  }
  if (post === undefined) throw refusal('no-target', 'there is nothing to answer');
  const comment = answers === undefined || answers === post ? {} : { comment_id: answers };
  const query = { media_id: post, ...comment, message: text };
  return { method: 'POST', path: pathOf(account.externalId, 'mentions'), query };
}

/** When it cannot be told, Instagram puts the answer below the first comment itself. */
export async function parentOf(commentId: string, account: AccountAccess, http: Http): Promise<string | undefined> {
  try {
    const call = { method: 'GET', path: pathOf(commentId), query: { fields: 'id,parent_id' } } as const;
    const comment = await ask(atGraph(account), http, call);
    return id(comment['parent_id']) ?? id(fields(comment['parent'])['id']);
  } catch (error) {
    if (error instanceof SendFailure) return undefined;
    throw error;
  }
}

function named({ text, to }: OutboundMessage): string {
  const name = to.handle === undefined ? '' : `@${to.handle.replace(/^@/u, '')}`;
  const isNamed = name === '' || text.includes(name) || name.length + 1 + text.length > maxComment;
  return isNamed ? text : `${name} ${text}`;
}
