import type { Calendar } from '../sla/calendar.js';
import { dueAt } from '../sla/due.js';
import { calendarOf, policyFor, termsFor, type Judged, type SlaBook } from '../sla/policy.js';

const usual: Readonly<Record<number, number>> = { 1: 60, 2: 120, 3: 240, 4: 480 };
const usualMinutes = 240;
const warnedAt = 75;

export interface AskClock {
  readonly dueAt: Date;
  readonly warnAt: Date;
}

/** How long an expert has, and in whose hours that is counted. */
export interface AskTerms {
  readonly calendar: Calendar;
  readonly minutes: number;
}

/** As the ticket's policy says; one that says nothing of experts lends its calendar to the usual time. */
export function askTerms(book: SlaBook, ticket: Judged): AskTerms {
  const terms = termsFor(book, ticket, 'expert');
  if (terms) return terms;
  const calendar = calendarOf(book, policyFor(book, ticket)?.calendarId ?? null);
  return { calendar, minutes: usual[ticket.priority] ?? usualMinutes };
}

/** The expert's own clock, beside the customer's, which goes on; warned of at three quarters. */
export function askClock({ calendar, minutes }: AskTerms, from: Date): AskClock {
  const running = { startedAt: from, minutes, pauses: [] };
  return { dueAt: dueAt(calendar, running), warnAt: dueAt(calendar, running, warnedAt) };
}

/** By when whoever asks wants to know, whatever the policy says: a moment, so counted around the clock. */
export function askClockUntil(due: Date, from: Date): AskClock {
  const length = due.getTime() - from.getTime();
  return { dueAt: due, warnAt: new Date(from.getTime() + (length * warnedAt) / 100) };
}
