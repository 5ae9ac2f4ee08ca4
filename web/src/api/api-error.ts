import type { ErrorCode, Refused } from '../i18n/refusal-words.js';

/** A request that did not do what it should: refused by the server, or never answered (`no-answer`). */
export class ApiError extends Error implements Refused {
  override readonly name = 'ApiError';
  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, unknown>>,
    readonly reference: string,
    readonly status: number,
  ) {
    super(code);
  }
}

/** What to tell of anything that was thrown: a bug of ours is told like one of the server's. */
export function refusedOf(error: unknown): Refused {
  if (error instanceof ApiError) return error;
  return { code: 'internal', details: {}, reference: error instanceof Error ? error.name : '…' };
}

export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof ApiError && error.code === code;
}
