import type { SendFailureKind } from '../../domain/message/after-failure.js';

/** The names that decide what follows; the rules are the domain's. */
export type FailureKind = SendFailureKind;

export interface FailureFacts {
  readonly kind: FailureKind;
  /** The network's own code, as text ("190/463"): counted and shown to administrators. */
  readonly code: string;
  /** The network's own words, for administrators only. Never a token, never a customer's text. */
  readonly detail: string;
  /** Milliseconds to wait, where the network said so. */
  readonly retryAfterMs?: number;
  /** The limit is one person's: the account's other replies may go. */
  readonly onlyHere?: boolean;
}

/**
 * A call whose outcome is certain: the network did not execute it. The kind decides everything that follows:
 * whether to retry, whether the account is paused, and what the agent sees.
 */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  readonly kind: FailureKind;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  readonly onlyHere: boolean;

  constructor(facts: FailureFacts) {
    super(facts.detail);
    this.kind = facts.kind;
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs;
    this.onlyHere = facts.onlyHere ?? false;
  }
}

/**
 * A call whose outcome nobody knows: no answer, a reset after the request had left, an answer that says
 * nothing. Such a call is never simply repeated.
 */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}
