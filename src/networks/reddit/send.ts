import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure, UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { fields, id, instant, list, type Fields } from '../kit/read.js';
import { call, unreachable } from './call.js';
import { outcomeOf } from './failures.js';
import { momentOf, permalinkOf } from './names.js';
import { budgetOf } from './rate.js';

const modmail = /^modmail:(.+)$/u;

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const [, conversation] = modmail.exec(message.thread) ?? [];
  const answer = await published(what(message, conversation), account, http);
  const sent = conversation === undefined ? thingIn(answer) : modmailIn(answer);
  if (!sent) throw new UnknownOutcome('Reddit answered without what it published');
  const budget = budgetOf(answer);
  return { ...sent, ...(budget === undefined ? {} : { budget }) };
}

function what(message: OutboundMessage, conversation: string | undefined) {
  if (conversation !== undefined) {
    const form = { body: message.text, isAuthorHidden: 'false', isInternal: 'false' };
    return { path: `/api/mod/conversations/${encodeURIComponent(conversation)}`, form };
  }
  const parent = message.answers ?? (message.space === 'private' ? message.thread.replace(/^pm:/u, '') : message.post);
  if (parent === undefined || !/^t[134]_\w+$/u.test(parent)) {
    throw new SendFailure({ kind: 'rejected', code: 'no-parent', detail: 'there is nothing to answer to' });
  }
  return { path: '/api/comment', form: { api_type: 'json', raw_json: '1', thing_id: parent, text: message.text } };
}

/** Throws `UnknownOutcome` for an answer that does not say whether it was published. */
async function published(
  { path, form }: { readonly path: string; readonly form: Readonly<Record<string, string>> },
  account: AccountAccess,
  http: Http,
): Promise<HttpAnswer> {
  try {
    const answer = await call(account, http, { method: 'POST', path, body: new URLSearchParams(form) });
    const failure = outcomeOf(answer);
    if (failure) throw failure;
    return answer;
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome(error.message);
    throw error;
  }
}

function thingIn(answer: HttpAnswer): Sent | undefined {
  const [thing] = list(fields(fields(fields(answer.json())['json'])['data'])['things']).map(fields);
  return sentThing(fields(thing?.['data']));
}

/** A thing of ours as a listing holds it. */
export function sentThing(data: Fields): Sent | undefined {
  const name = id(data['name']);
  if (name === undefined) return undefined;
  const at = momentOf(data['created_utc']);
  const permalink = permalinkOf(data['permalink']);
  return { id: name, ...(at ? { at } : {}), ...(permalink === undefined ? {} : { permalink }) };
}

/** The newest message of the conversation is the one that was added. */
function modmailIn(answer: HttpAnswer): Sent | undefined {
  const messages = Object.values(fields(fields(answer.json())['messages'])).map(fields);
  return sentMail(messages.toSorted((a, b) => timeOf(a) - timeOf(b)).at(-1));
}

export function sentMail(message: Fields | undefined): Sent | undefined {
  const name = id(message?.['id']);
  if (name === undefined) return undefined;
  const at = instant(message?.['date']);
  return { id: `modmail:${name}`, ...(at ? { at } : {}) };
}

function timeOf(message: Fields): number {
  return instant(message['date'])?.getTime() ?? 0;
}
