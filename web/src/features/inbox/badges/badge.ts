import { ticketStates, type TicketRow, type TicketState } from '../../../../../src/contract/index.js';

/** What a clock's badge says; durations in milliseconds. */
export type ClockBadge =
  { kind: 'running'; left: number } | { kind: 'soon'; left: number } | { kind: 'late'; over: number };
export type WindowBadge = { kind: 'closing'; left: number } | { kind: 'closed' };

const minute = 60_000;
const hour = 60 * minute;
/** Zammad warns 15 minutes before, and agents are used to it. */
const soonMs = 15 * minute;
const soonShare = 0.25;
const windowSoonMs = 4 * hour;

type Timed = Pick<TicketRow, 'state' | 'dueAt' | 'waitingSince' | 'createdAt' | 'windowAt'>;

const waiting: readonly TicketState[] = ticketStates.filter((state) => state !== 'new' && state !== 'open');

/** The nearest clock's badge; null when none runs. */
export function clockBadge(row: Timed, now: number): ClockBadge | null {
  if (row.dueAt === null || waiting.includes(row.state)) return null;
  const due = Date.parse(row.dueAt);
  const left = due - now;
  if (left <= 0) return { kind: 'late', over: -left };
  const whole = due - Date.parse(row.waitingSince ?? row.createdAt);
  return left <= soonMs || left <= whole * soonShare ? { kind: 'soon', left } : { kind: 'running', left };
}

/** The network's own limit: shown only when it presses, or is past while an answer is owed. */
export function windowBadge(row: Timed, now: number): WindowBadge | null {
  if (row.windowAt === null || row.state === 'closed') return null;
  const left = Date.parse(row.windowAt) - now;
  if (left <= 0) return row.waitingSince === null ? null : { kind: 'closed' };
  return left <= windowSoonMs ? { kind: 'closing', left } : null;
}

/** How often the words of a duration change: seconds when it is short, minutes when it is long. */
export function stepFor(ms: number): number {
  const size = Math.abs(ms);
  if (size < 2 * minute) return 1000;
  return size < hour ? 15_000 : minute;
}
