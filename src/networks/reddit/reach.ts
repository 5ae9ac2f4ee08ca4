import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';

/** The subreddit of ours, as it stands in an address. */
export function subredditOf({ settings }: AccountAccess): string | undefined {
  const name = settings['subreddit']?.trim().replace(/^\/?r\//u, '');
  return name === undefined || name === '' ? undefined : encodeURIComponent(name);
}

/** What a right is missing for, or what is not there, must not hold up the rest. */
export async function tolerated<T>(task: () => Promise<T[]>): Promise<T[]> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof SendFailure && error.kind === 'rejected') return [];
    throw error;
  }
}
