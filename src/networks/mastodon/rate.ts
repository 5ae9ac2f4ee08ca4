import type { HttpAnswer } from '../../platform/http/http.js';
import type { Budget } from '../kit/outbound.js';
import { instant, number } from '../kit/read.js';

const second = 1000;
/** Below this a number can only be a count of seconds; above, only seconds since 1970. */
const firstEpochSeconds = 1_000_000_000;

/** The server's own clock, as its answer states it: the clock its other times are to be compared with. */
export function serverTime(answer: HttpAnswer): Date | undefined {
  return instant(answer.headers['date']);
}

/**
 * Milliseconds until the server wants to hear of us again: Retry-After (seconds or a date), else
 * X-RateLimit-Reset, which is an instant in Mastodon and a number of seconds elsewhere.
 */
export function retryAfterMs(answer: HttpAnswer): number | undefined {
  return (
    waitMs(answer, answer.headers['retry-after']) ??
    (answer.status === 429 ? waitMs(answer, answer.headers['x-ratelimit-reset']) : undefined)
  );
}

/** What X-RateLimit-Limit, -Remaining and -Reset say (docs.joinmastodon.org/api/rate-limits). */
export function budgetOf(answer: HttpAnswer): Budget | undefined {
  const limit = number(answer.headers['x-ratelimit-limit']);
  const remaining = number(answer.headers['x-ratelimit-remaining']);
  if (limit === undefined || remaining === undefined || limit <= 0) return undefined;
  const usedPercent = Math.min(100, Math.max(0, Math.round(100 - (remaining / limit) * 100)));
  if (remaining > 0) return { usedPercent };
  const pauseMs = waitMs(answer, answer.headers['x-ratelimit-reset']);
  return { usedPercent, ...(pauseMs === undefined ? {} : { pauseMs }) };
}

function waitMs(answer: HttpAnswer, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = number(value);
  if (count !== undefined && count < firstEpochSeconds) return Math.max(0, count) * second;
  const until = count === undefined ? instant(value)?.getTime() : count * second;
  const now = serverTime(answer)?.getTime();
  // A Date header is rounded down to the second; one second more is the price of never being early.
  return until === undefined || now === undefined ? undefined : Math.max(0, until - now) + second;
}
