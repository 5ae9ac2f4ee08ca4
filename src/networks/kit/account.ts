import type { Settings, Words } from './form.js';

/** An account of ours, opened: what a connector needs to speak for it. Lives in memory only. */
export interface AccountAccess {
  readonly externalId: string;
  /** Without a trailing slash. */
  readonly apiBase: string;
  readonly app: Settings;
  readonly settings: Settings;
  /** What the last check learnt of this very account. */
  readonly limits: AccountLimits;
}

/** Limits that differ from server to server (a Mastodon instance may allow 5,000 characters). */
export interface AccountLimits {
  readonly maxLength?: number;
  readonly maxAttachments?: number;
  /** The network lets a person answer later than its window (Meta's Human Agent). */
  readonly humanAgent?: boolean;
}

/** What the network says of an account's credentials. */
export interface AccountCheck {
  readonly externalId: string;
  readonly name: string;
  readonly handle?: string;
  readonly avatarUrl?: string;
  readonly profileUrl?: string;
  readonly granted: readonly string[];
  /** What will not work, and how to repair it; empty when all is well. */
  readonly missing: readonly MissingRight[];
  readonly expiresAt: Date | null;
  readonly limits: AccountLimits;
  /** To keep in place of what was filled in, where the check made more of it (a session from a password). */
  readonly settings?: Settings;
}

/** What took the place of credentials that ended. */
export interface Refreshed {
  readonly settings: Settings;
  readonly expiresAt: Date | null;
}

export interface MissingRight {
  /** The network's own word for it: a scope, a task, a webhook field. */
  readonly name: string;
  readonly effect: Words;
  readonly repair: Words;
}
