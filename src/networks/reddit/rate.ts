import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { Budget } from '../kit/outbound.js';
import { instant, number } from '../kit/read.js';

/** Milliseconds until the count begins anew, as X-Ratelimit-Reset says in seconds. */
export function resetMs(answer: HttpAnswer): number | undefined {
  const seconds = number(answer.headers['x-ratelimit-reset']);
  return seconds === undefined ? undefined : Math.max(0, seconds) * 1000;
}

/** X-Ratelimit-Used and -Remaining: queries of this client within ten minutes. */
export function budgetOf(answer: HttpAnswer): Budget | undefined {
  const used = number(answer.headers['x-ratelimit-used']);
  const remaining = number(answer.headers['x-ratelimit-remaining']);
  if (used === undefined || remaining === undefined || used + remaining <= 0) return undefined;
  const usedPercent = Math.min(100, Math.max(0, Math.round((used / (used + remaining)) * 100)));
  const pauseMs = resetMs(answer);
  return remaining >= 1 || pauseMs === undefined ? { usedPercent } : { usedPercent, pauseMs };
}

export interface Meter {
  readonly http: Http;
  /** What the last answer said of our rate. */
  budget(): Budget | undefined;
  /** Reddit's clock at its last answer. */
  now(): Date | undefined;
}

/** Reads rate and clock off every answer that passes. */
export function meter(http: Http): Meter {
  let last: HttpAnswer | undefined;
  return {
    http: {
      async request(ask) {
        last = await http.request(ask);
        return last;
      },
    },
    budget: () => last && budgetOf(last),
    now: () => last && instant(last.headers['date']),
  };
}
