import { textLength } from '../../../domain/message/text-length.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { UnknownOutcome } from '../../kit/failure.js';
import type { OutboundMessage, Sent } from '../../kit/outbound.js';
import { fields, id, list } from '../../kit/read.js';
import { pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';
import { budgetOf } from '../graph/rate.js';
import { publish } from './call.js';
import { contentOf } from './content.js';
import { groupPlace } from './parse-message.js';
import { markerPrefix } from './parse-status.js';

export const maxText = 4096;
const publishTimeoutMs = 30_000;

/** Words, a file, or a template. That WhatsApp has taken it does not mean that it arrives: a status tells. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  if (message.space === 'public') throw refusal('not-possible', 'WhatsApp has no public messages');
  if (textLength(message.text, 'utf16') > maxText) throw refusal('too-long', `at most ${maxText} characters`);
  const json = {
    messaging_product: 'whatsapp',
    ...recipientOf(message),
    ...(await contentOf(message, account, http)),
    biz_opaque_callback_data: `${markerPrefix}${message.id}`,
  };
  const path = pathOf(account.externalId, 'messages');
  const answer = await publish(account, http, {
    method: 'POST',
    path,
    body: { json },
    timeoutMs: publishTimeoutMs,
  });
  const messageId = id(fields(list(fields(answer.json())['messages'])[0])['id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  const budget = budgetOf(answer);
  return { id: messageId, ...(budget === undefined ? {} : { budget }) };
}

/** Digits are a telephone number; anything else is the id that the business knows the person by. */
function recipientOf({ to, thread }: OutboundMessage): object {
  if (thread.startsWith(groupPlace)) {
    const group = thread.slice(groupPlace.length).split(':')[0] ?? '';
    return { recipient_type: 'group', to: group };
  }
  const address = /^\d+$/u.test(to.id) ? { to: to.id } : { recipient: to.id };
  return { recipient_type: 'individual', ...address };
}
