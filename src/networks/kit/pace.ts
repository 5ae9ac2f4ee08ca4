import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { Budget } from './outbound.js';
import { instant, number } from './read.js';

const second = 1000;
/** Below this a number can only be a count of seconds; above, only seconds since 1970. */
const firstEpochSeconds = 1_000_000_000;

/** The names of a network's rate headers. */
export interface RateHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

export interface Meter {
  readonly http: Http;
  /** What the last answer said of our rate. */
  budget(): Budget | undefined;
  /** The network's clock at its last answer. */
  now(): Date | undefined;
}

/** Reads rate and clock off every answer that passes. */
export function meter(http: Http, headers: RateHeaders): Meter {
  let last: HttpAnswer | undefined;
  return {
    http: {
      async request(ask) {
        last = await http.request(ask);
        return last;
      },
    },
    budget: () => (last === undefined ? undefined : budgetOf(last, headers)),
    now: () => (last === undefined ? undefined : serverTime(last)),
  };
}

/** The network's own clock: the one that its other times are to be compared with. */
export function serverTime(answer: HttpAnswer): Date | undefined {
  return instant(answer.headers['date']);
}

export function budgetOf(answer: HttpAnswer, headers: RateHeaders): Budget | undefined {
  const limit = number(answer.headers[headers.limit]);
  const remaining = number(answer.headers[headers.remaining]);
  if (limit === undefined || remaining === undefined || limit <= 0) return undefined;
  const usedPercent = Math.min(100, Math.max(0, Math.round(100 - (remaining / limit) * 100)));
  if (remaining > 0) return { usedPercent };
  const pauseMs = waitMs(answer, answer.headers[headers.reset]);
  return { usedPercent, ...(pauseMs === undefined ? {} : { pauseMs }) };
}

/** Milliseconds until `value`: a number of seconds, seconds since 1970, or a date. */
export function waitMs(answer: HttpAnswer, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = number(value);
  if (count !== undefined && count < firstEpochSeconds) return Math.max(0, count) * second;
  const until = count === undefined ? instant(value)?.getTime() : count * second;
  const now = serverTime(answer)?.getTime();
  // A Date header is rounded down to the second; one second more is the price of never being early.
  return until === undefined || now === undefined ? undefined : Math.max(0, until - now) + second;
}
