import { instant, number } from '../../kit/read.js';

/** Meta writes `changes` in seconds and `messaging` in milliseconds; below this it can only be seconds. */
const firstMs = 100_000_000_000;
const latestMs = 8.64e15;

/** An instant in any of Meta's ways: seconds or milliseconds, as a number or as text, or ISO 8601. */
export function moment(value: unknown): Date | undefined {
  const count = number(value);
  if (count === undefined) return instant(value);
  const ms = count < firstMs ? count * 1000 : count;
  return ms > 0 && ms <= latestMs ? new Date(Math.round(ms)) : undefined;
}
