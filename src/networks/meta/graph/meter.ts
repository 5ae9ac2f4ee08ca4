import type { Http, HttpAnswer } from '../../../platform/http/http.js';
import type { Budget } from '../../kit/outbound.js';
import { budgetOf, serverTime } from './rate.js';

export interface Meter {
  readonly http: Http;
  budget(): Budget | undefined;
  /** Meta's clock at the last answer. */
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
    budget: () => (last === undefined ? undefined : budgetOf(last)),
    now: () => (last === undefined ? undefined : serverTime(last)),
  };
}
