import type { Author } from '../../domain/message/inbound-event.js';
import { text } from '../kit/read.js';

/** Names are for ever on Reddit, and not everything carries the id of who wrote it: the name is the id. */
export function authorOf(name: unknown): Author | undefined {
  const given = text(name);
  if (given === undefined || isGone(given)) return undefined;
  return { id: given, name: given, handle: `u/${given}`, profileUrl: profileUrl(given) };
}

function profileUrl(name: string): string {
  return `https://www.reddit.com/user/${encodeURIComponent(name.toWellFormed())}`;
}

/** What stands where something was: its author took it away, or a moderator did. */
export function isGone(words: string): boolean {
  return words === '[deleted]' || words === '[removed]' || words === '[ Removed by Reddit ]';
}

export function isUs(name: unknown, account: string | null): boolean {
  return account !== null && text(name)?.toLowerCase() === account.toLowerCase();
}

export function permalinkOf(path: unknown): string | undefined {
  const given = text(path);
  if (given === undefined || !/^(?:\/r\/|\/user\/|https?:\/\/)\S+$/u.test(given)) return undefined;
  return given.startsWith('/') ? `https://www.reddit.com${given}` : given;
}

/** Seconds since 1970, with a fraction. */
export function momentOf(value: unknown): Date | undefined {
  const seconds = typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  if (seconds === undefined) return undefined;
  const at = new Date(Math.round(seconds * 1000));
  return Number.isNaN(at.getTime()) ? undefined : at;
}
