import type { ClockEvent, PauseReason } from '../domain/sla/clock.js';
import type { ClockKind } from '../domain/sla/clock-kind.js';
import type { Lane } from '../domain/team/role.js';
import type { AgentRef, Instant } from './refs.js';

export interface ClockView {
  id: string;
  kind: ClockKind;
  /** Whose time an `ownership` is. */
  lane: Lane | null;
  state: 'running' | 'met' | 'late' | 'cancelled';
  /** The names, at the time, of the policy that made the promise and of the calendar it is counted by. */
  policy: string;
  calendar: string;
  targetMinutes: number;
  startedAt: Instant;
  /** While it is paused: where it would be if it had gone on. */
  dueAt: Instant;
  stoppedAt: Instant | null;
  /** Since when, and for whom, it stands still. */
  pausedAt: Instant | null;
  pausedFor: PauseReason | null;
  /** The deadline that passed. */
  breachedAt: Instant | null;
  /** The stretches of time that count until it is due: what is left of them is what is left. */
  spans: { from: Instant; to: Instant }[];
  /** What happened to it, in the order in which it was noted. */
  ledger: ClockLine[];
  /** The ticket it ran on before a merge brought it here. */
  originId: string | null;
}

/** A line of a clock's ledger: a code, what it follows from, and the facts of its sentence. */
export interface ClockLine {
  event: ClockEvent;
  at: Instant;
  cause: string;
  actor: AgentRef | null;
  facts: Record<string, string>;
}
