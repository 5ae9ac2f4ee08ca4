import { serverTime } from '../../../live/server-now.js';
import { useNow } from '../../../live/use-now.js';
import { stepFor } from './badge.js';

/** The time, in steps that suit how near an instant is. */
export function useNowFor(at: string | null): number {
  return useNow(at === null ? 60_000 : stepFor(Date.parse(at) - serverTime.now()));
}
