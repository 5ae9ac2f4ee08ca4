import { Refusal } from '../../domain/refusal.js';
import { SendFailure, UnknownOutcome } from '../../networks/kit/failure.js';
import { NoAnswer, NotSent } from '../../platform/http/http.js';

interface Words {
  readonly code: string;
  readonly detail: string;
}

/** What a network said against a call, or that it did not answer; null when the fault is ours. */
export function wordsOfNetwork(error: unknown): Words | null {
  if (error instanceof SendFailure) return { code: error.code, detail: error.message };
  const silent = error instanceof NotSent || error instanceof NoAnswer || error instanceof UnknownOutcome;
  return silent ? { code: 'unreachable', detail: error.message } : null;
}

/** Asks a network; its "no", in its own words, becomes ours: only administrators come this far. */
export async function askNetwork<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const words = wordsOfNetwork(error);
    throw words === null ? error : new Refusal('account.refused', words);
  }
}
