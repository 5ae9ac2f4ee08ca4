import type { Lane } from '../team/role.js';
import type { ClockKind } from './clock-kind.js';

/**
 * `closed`: the time in which a ticket was closed that was opened again. `newer_message`: the customer wrote after what is
 * to be approved.
 */
export type PauseReason = 'customer' | 'third_party' | 'closed' | 'newer_message';

export interface Pause {
  readonly from: Date;
  readonly to: Date;
  readonly because: PauseReason;
}

/** One promise running on one ticket. All that can be computed is computed from this, whatever changes meanwhile. */
export interface SlaClock {
  readonly id: string;
  readonly kind: ClockKind;
  /** Which lane holds the ticket, for `ownership`; else null. */
  readonly lane: Lane | null;
  readonly state: 'running' | 'met' | 'late' | 'cancelled';
  readonly policyId: string;
  readonly policyName: string;
  readonly calendarId: string | null;
  readonly calendarName: string;
  readonly minutes: number;
  readonly startedAt: Date;
  /** While it is paused: where it would be if it had gone on. */
  readonly dueAt: Date;
  /** The pauses that are over. */
  readonly pauses: readonly Pause[];
  readonly pausedAt: Date | null;
  readonly pausedFor: PauseReason | null;
  readonly stoppedAt: Date | null;
  /** The deadline that passed; never the moment at which that was noticed (rules 1.12). */
  readonly breachedAt: Date | null;
  /** How far up the ladder it has come, in hundredths of the target. */
  readonly reached: number;
}

export type ClockEvent =
  | 'started'
  | 'paused'
  | 'resumed'
  | 'recomputed'
  | 'warned'
  | 'breached'
  | 'escalated'
  | 'met'
  | 'late'
  | 'cancelled'
  | 'reopened';

/** A line of a clock's ledger: a code and the facts that its sentence needs. */
export interface LedgerLine {
  readonly clockId: string;
  readonly event: ClockEvent;
  readonly at: Date;
  readonly facts: Readonly<Record<string, string>>;
}

/** What became of a clock, and why. */
export interface ClockStep {
  readonly clock: SlaClock;
  readonly line: LedgerLine;
}
