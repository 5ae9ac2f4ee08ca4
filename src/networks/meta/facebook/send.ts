import type { Http, HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { UnknownOutcome } from '../../kit/failure.js';
import type { OutboundFile, OutboundMessage, Sent } from '../../kit/outbound.js';
import { fields, id } from '../../kit/read.js';
import { pathOf, publish, type Call } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { budgetOf } from '../graph/rate.js';
import { permalinkOf } from './permalink.js';
import { judged } from './right-here.js';

export const maxText = 8000;
export const maxFileBytes = 8 * 1024 * 1024;
const publishTimeoutMs = 60_000;

/** An answer below a comment, or a comment on a post or a review. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const target = targetOf(message);
  const call = {
    method: 'POST',
    path: pathOf(target, 'comments'),
    body: bodyOf(message),
    timeoutMs: publishTimeoutMs,
  } as const;
  const answer = await judged({ target, right: 'can_comment' }, { account, http }, () => publish(account, http, call));
  return sentOf(answer);
}

/** Where a reply is put: below what it answers. */
export function targetOf(message: OutboundMessage): string {
  if (message.space === 'private') {
    throw refusal('not-possible', 'a private answer to a comment is sent by the Messenger account of the Page');
  }
  const target = message.answers ?? message.post;
  if (target === undefined) throw refusal('no-target', 'there is nothing to answer');
  return target;
}

export function sentAs(commentId: string): Pick<Sent, 'id' | 'permalink'> {
  const permalink = permalinkOf(commentId);
  return { id: commentId, ...(permalink === undefined ? {} : { permalink }) };
}

/** Text goes as it is; a picture goes along as a form. Throws `SendFailure` for what Facebook is known to refuse. */
function bodyOf(message: OutboundMessage): Call['body'] {
  const [file, ...others] = message.files;
  if (message.text.length > maxText) throw refusal('too-long', `at most ${maxText} characters`);
  if (others.length > 0) throw refusal('too-many-files', 'one picture for each comment');
  if (file === undefined) return { json: { message: message.text } };
  mustFit(file);
  const form = new FormData();
  if (message.text !== '') form.append('message', message.text);
  form.append('source', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.name);
  return form;
}

function mustFit(file: OutboundFile): void {
  if (file.type !== 'image') throw refusal('file-type', 'a comment can only have a picture');
  if (file.bytes.length > maxFileBytes) throw refusal('file-too-big', `at most ${maxFileBytes / 1024 / 1024} MB`);
}

function sentOf(answer: HttpAnswer): Sent {
  const commentId = id(fields(answer.json())['id']);
  if (commentId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  const budget = budgetOf(answer);
  // No time: Meta's clock is told in whole seconds, and would put the reply before what it answers.
  return { ...sentAs(commentId), ...(budget === undefined ? {} : { budget }) };
}
