import type { HttpAnswer } from '../../../platform/http/http.js';
import { parseJson } from '../../../platform/json.js';
import type { Budget } from '../../kit/outbound.js';
import { fields, instant, list, number, type Fields } from '../../kit/read.js';

const minute = 60_000;
const shares = ['call_count', 'total_cputime', 'total_time'];

/** Meta's own clock, as its answer states it: the clock its other times are to be compared with. */
export function serverTime(answer: HttpAnswer): Date | undefined {
  return instant(answer.headers['date']);
}

/**
 * The fullest of all limits that an answer tells of: the app's, the Page's and the business use cases'. All are in per
 * cent; only the last say how many minutes it takes until calls are accepted again.
 */
export function budgetOf(answer: HttpAnswer): Budget | undefined {
  const limits = [
    fields(header(answer, 'x-app-usage')),
    fields(header(answer, 'x-page-usage')),
    ...Object.values(fields(header(answer, 'x-business-use-case-usage'))).flatMap((one) => list(one).map(fields)),
  ];
  const used = limits.flatMap((limit) => shares.flatMap((share) => number(limit[share]) ?? []));
  if (used.length === 0) return undefined;
  const usedPercent = Math.min(100, Math.max(0, ...used.map(Math.round)));
  const pauseMs = Math.max(0, ...limits.map(regainMs));
  return { usedPercent, ...(pauseMs === 0 ? {} : { pauseMs }) };
}

function regainMs(limit: Fields): number {
  return (number(limit['estimated_time_to_regain_access']) ?? 0) * minute;
}

function header(answer: HttpAnswer, name: string): unknown {
  const value = answer.headers[name];
  if (value === undefined) return undefined;
  try {
    return parseJson(value);
  } catch {
    // A header that is no JSON says nothing of the rate; the call itself has its answer.
    return undefined;
  }
}
