import type { HttpAnswer } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { OutboundMessage } from '../../kit/outbound.js';
import { openedFrom } from '../messenger/opening.js';

/** A little before the 24 hours are over: clocks differ, and the late way is open already. */
const windowMs = 24 * 60 * 60_000 - 60_000;
const inWindow = {};
/** Only what a person wrote may go out so late, and everything that Relais sends was written by one. */
const humanAgent = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

/** Posts within the day or, where Meta allows it, the late way: its own count of the 24 hours is the one that matters. */
export async function windowed(
  message: OutboundMessage,
  account: AccountAccess,
  post: (way: object) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const hasLateWay = account.limits.humanAgent === true && openedFrom(message) === undefined;
  const since = message.lastInboundAt?.getTime();
  const isLate = since !== undefined && message.startedAt.getTime() - since > windowMs;
  if (isLate && hasLateWay) return post(humanAgent);
  try {
    return await post(inWindow);
  } catch (error) {
    const isClosed = error instanceof SendFailure && error.kind === 'window-closed';
    if (!isClosed || !hasLateWay) throw error;
    return post(humanAgent);
  }
}
