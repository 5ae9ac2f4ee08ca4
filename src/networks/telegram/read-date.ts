import { number } from '../kit/read.js';

const latestMs = 8.64e15;

/** Telegram's dates are seconds since 1970; 0 stands for a message that the bot cannot see. */
export function dateOf(seconds: unknown): Date | undefined {
  const ms = (number(seconds) ?? 0) * 1000;
  return ms > 0 && ms <= latestMs ? new Date(ms) : undefined;
}
