import type { ClockView } from '../../../../../src/contract/index.js';

type Counted = Pick<ClockView, 'spans'>;

/** Milliseconds of counted time until it is due; nights and holidays of its calendar are none. */
export function leftOf({ spans }: Counted, now: number): number {
  return spans.reduce((sum, { from, to }) => sum + Math.max(0, Date.parse(to) - Math.max(Date.parse(from), now)), 0);
}

/** When its calendar opens again; null while it counts, or when nothing is left. */
export function resumesAt({ spans }: Counted, now: number): string | null {
  if (spans.some(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to))) return null;
  return spans.find(({ from }) => Date.parse(from) > now)?.from ?? null;
}
