import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure, UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { fields, id, instant, link, list, type Fields } from '../kit/read.js';
import { call, unreachable } from './call.js';
import { outcomeOf } from './failures.js';

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const answer = await published(contentOf(message), account, http);
  const [first] = list(fields(answer.json())['messages']).map(fields);
  const sent = sentMessage(first);
  if (!sent) throw new UnknownOutcome('Viva Engage answered without what it published');
  return sent;
}

function contentOf(message: OutboundMessage): Readonly<Record<string, unknown>> {
  const parent = message.answers ?? message.post;
  if (parent !== undefined) return { body: message.text, replied_to_id: parent };
  if (message.space === 'private') return { body: message.text, direct_to_user_ids: [message.to.id] };
  throw new SendFailure({ kind: 'rejected', code: 'no-parent', detail: 'there is nothing to answer to' });
}

/** Throws `UnknownOutcome` for an answer that does not say whether it was published. */
async function published(
  json: Readonly<Record<string, unknown>>,
  account: AccountAccess,
  http: Http,
): Promise<HttpAnswer> {
  try {
    const answer = await call(account, http, { method: 'POST', path: '/messages.json', body: { json } });
    if (answer.status < 200 || answer.status > 299) throw outcomeOf(answer);
    return answer;
  } catch (error) {
    if (error instanceof NotSent) throw unreachable(error);
    if (error instanceof NoAnswer) throw new UnknownOutcome(error.message);
    throw error;
  }
}

/** A message of ours as a feed holds it. */
export function sentMessage(message: Fields | undefined): Sent | undefined {
  const messageId = id(message?.['id']);
  if (messageId === undefined) return undefined;
  const at = instant(message?.['created_at']);
  const permalink = link(message?.['web_url']);
  return { id: messageId, ...(at ? { at } : {}), ...(permalink === undefined ? {} : { permalink }) };
}
