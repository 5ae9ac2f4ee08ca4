import type { Lane } from '../team/role.js';
import type { WaitedFor } from '../ticket/put-off.js';
import type { TicketFacts } from '../ticket/settle-ticket.js';
import type { Outcome, TicketState } from '../ticket/ticket-state.js';
import type { PauseReason } from './clock.js';
import type { ClockKind } from './clock-kind.js';
import type { Judged } from './policy.js';

/** All that decides which clocks run on a ticket. */
export interface Situation {
  readonly facts: TicketFacts;
  readonly state: TicketState;
  readonly outcome: Outcome | null;
  readonly waitingFor: WaitedFor | null;
  readonly ownerId: string | null;
  /** When it had been closed, where this change opens it again. */
  readonly wasClosedAt: Date | null;
  readonly judged: Judged;
  /** This change brings it to another team of the lane, or out of one. */
  readonly changesTeam: boolean;
  readonly now: Date;
}

export interface WantedClock {
  readonly kind: ClockKind;
  readonly lane: Lane | null;
  readonly startedAt: Date;
  readonly pausedFor: PauseReason | null;
}

/** How and when a clock ends that does not go on. */
export interface ClockEnd {
  readonly as: 'met' | 'cancelled';
  readonly at: Date;
}
