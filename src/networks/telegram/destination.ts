import type { OutboundMessage } from '../kit/outbound.js';
import { SendFailure } from '../kit/failure.js';
import { placeKey, readMessageKey, readThreadKey, type Destination } from './address.js';
import { says, type Envelope } from './failures.js';

/** Where a reply goes, and the number of the message it answers there. */
export interface Target extends Destination {
  readonly replyTo?: string;
}

const businessWindowMs = 24 * 3_600_000;

/** Throws `SendFailure` when a business chat has been silent too long: Telegram lets bots into those of the last 24 hours. */
export function targetOf(message: OutboundMessage): Target {
  const destination = readThreadKey(message.thread, message.space);
  const since = message.lastInboundAt?.getTime();
  if (destination.business !== undefined && since !== undefined) {
    const isLate = message.startedAt.getTime() - since > businessWindowMs;
    if (isLate) throw lateInBusiness();
  }
  const answered = message.answers === undefined ? undefined : readMessageKey(message.answers);
  const isHere = answered !== undefined && placeKey(answered.place) === placeKey(destination);
  return { ...destination, ...(isHere ? { replyTo: answered.messageId } : {}) };
}

/** Parameters that every sending method knows. Telegram reads numbers and objects as text too, but not in JSON. */
export function whereTo(target: Target): Record<string, unknown> {
  return {
    chat_id: Number(target.chat),
    ...(target.business === undefined ? {} : { business_connection_id: target.business }),
    ...(target.topic === undefined ? {} : { direct_messages_topic_id: Number(target.topic) }),
    ...(target.thread === undefined ? {} : { message_thread_id: Number(target.thread) }),
    ...(target.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(target.replyTo), allow_sending_without_reply: true } }),
  };
}

/**
 * Where to try again after a refusal that says where; undefined for every other answer. A group that became a supergroup
 * has another number and numbers its messages anew. A group without topics knows no threads to send to: there, answering
 * the post is what keeps a comment under it.
 */
export function corrected(answer: Envelope, target: Target): Target | undefined {
  if (answer.isOk) return undefined;
  if (answer.migratedTo !== undefined && answer.migratedTo !== target.chat) return { chat: answer.migratedTo };
  const { thread, ...rest } = target;
  if (thread === undefined || !says(answer, 'message thread not found')) return undefined;
  return { ...rest, replyTo: target.replyTo ?? thread };
}

function lateInBusiness(): SendFailure {
  const detail = 'the customer has not written to the business account for 24 hours';
  return new SendFailure({ kind: 'window-closed', code: 'business-24h', detail });
}
