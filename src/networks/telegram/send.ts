import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent, Settled } from '../kit/outbound.js';
import { fields, id, list } from '../kit/read.js';
import { messageKey } from './address.js';
import { publish } from './call.js';
import { callFor, contentOf } from './content.js';
import { corrected, targetOf, type Target } from './destination.js';
import { outcomeOf, type Envelope } from './failures.js';
import { permalinkOf } from './parse-post.js';
import { dateOf } from './read-date.js';

const mostCorrections = 2;

/** A refusal that says where the message should have gone instead is obeyed: nothing was published then. */
export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  contentOf(message);
  let target = targetOf(message);
  for (let corrections = 0; ; corrections += 1) {
    const answer = await publish(account, http, callFor(message, target));
    const better = corrections < mostCorrections ? corrected(answer, target) : undefined;
    if (better === undefined) return sentOf(answer, target);
    target = better;
  }
}

/** Bots cannot read a chat's past: only a person can look whether a message got through. */
export async function settle(): Promise<Settled> {
  return Promise.resolve({ is: 'unclear' });
}

/** The first message of an album stands for all of it. */
function sentOf(answer: Envelope, target: Target): Sent {
  if (!answer.isOk) throw outcomeOf(answer);
  const message = fields(list(answer.result)[0] ?? answer.result);
  const messageId = id(message['message_id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without a number');
  const chat = fields(message['chat']);
  const { business } = target;
  const place = { chat: id(chat['id']) ?? target.chat, ...(business === undefined ? {} : { business }) };
  const at = dateOf(message['date']);
  const permalink = permalinkOf(chat, messageId);
  return {
    id: messageKey(place, messageId),
    ...(at === undefined ? {} : { at }),
    ...(permalink === undefined ? {} : { permalink }),
  };
}
