import type { ClockKind } from '../domain/sla/clock-kind.js';
import type { SpecialDay, WeekRange } from '../domain/sla/calendar.js';
import type { SlaPolicy } from '../domain/sla/policy.js';
import type { Instant } from './refs.js';

export interface CalendarView {
  id: string;
  name: string;
  zone: string;
  week: readonly WeekRange[];
  /** Dates that are not like their weekday, in their order. */
  days: readonly SpecialDay[];
}

/** Calendars and policies are saved whole, and share one version: a save that does not name the newest is refused. */
export interface CalendarsView {
  version: number;
  calendars: CalendarView[];
}

export interface PoliciesView {
  version: number;
  /** In the order in which they are asked; the first whose conditions hold counts. */
  policies: readonly SlaPolicy[];
  /** How far the open tickets have been computed afresh since the last save; null when that is done. */
  recompute: { done: number; total: number } | null;
}

/** When an answer would be due to a message of that instant, and which stretches of time count until then. */
export interface DeadlineView {
  startedAt: Instant;
  dueAt: Instant;
  spans: { from: Instant; to: Instant }[];
}

export interface PromiseView {
  policy: string;
  calendar: string;
  targetMinutes: number;
  dueAt: Instant;
}

export interface TriedTicket {
  ticketId: string;
  number: number;
  preview: string;
  /** Null: no such promise before, or none any more. */
  clocks: { kind: ClockKind; from: PromiseView | null; to: PromiseView | null }[];
}

/** What a list of policies would change if it were saved now. */
export interface TrialView {
  /** How many open tickets there are, and on how many a clock would change. */
  open: number;
  count: number;
  /** The first of those. */
  tickets: TriedTicket[];
}

export type { SlaPolicy };
