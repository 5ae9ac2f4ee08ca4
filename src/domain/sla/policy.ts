import type { Lane } from '../team/role.js';
import { aroundTheClock, type Calendar } from './calendar.js';
import type { TargetName } from './clock-kind.js';

/** What the conditions of policies look at. */
export interface Judged {
  readonly network: string;
  readonly kind: string;
  readonly lane: Lane;
  readonly topic: string | null;
  readonly priority: number;
  readonly vip: boolean;
  readonly brand: string | null;
}

/** Each list that is not empty must hold the ticket's value; VIP must be as said, unless null. */
export interface PolicyConditions {
  readonly networks: readonly string[];
  readonly kinds: readonly string[];
  readonly lanes: readonly Lane[];
  readonly topics: readonly string[];
  readonly priorities: readonly number[];
  readonly vip: boolean | null;
  readonly brands: readonly string[];
}

export const ladderActs = ['owner', 'lead', 'reassign'] as const;
export type LadderAct = (typeof ladderActs)[number];
/** Who is made aware, in how many hundredths of the target; `reassign`: somebody else gets the ticket. */
export interface LadderStep {
  readonly percent: number;
  readonly act: LadderAct;
}

/** Minutes for the priorities 1 to 4. */
export type Minutes = readonly number[];
export type Targets = { readonly [Name in TargetName]?: Minutes | null };

export interface SlaPolicy {
  readonly id: string;
  readonly name: string;
  /** Null: around the clock. */
  readonly calendarId: string | null;
  readonly when: PolicyConditions;
  readonly targets: Targets;
  readonly ladder: readonly LadderStep[];
}

/** Everything a workspace promises: policies in their order, and the calendars they name. */
export interface SlaBook {
  readonly version: number;
  readonly calendars: readonly Calendar[];
  readonly policies: readonly SlaPolicy[];
}

/** One promise as it is made to one ticket. */
export interface Terms {
  readonly policyId: string;
  readonly policyName: string;
  readonly calendar: Calendar;
  readonly minutes: number;
  readonly ladder: readonly LadderStep[];
}

/** Of the policies in their order, the first whose conditions all hold. */
export function policyFor(book: SlaBook, ticket: Judged): SlaPolicy | null {
  return book.policies.find(({ when }) => matches(when, ticket)) ?? null;
}

/** What the book promises a ticket under one name; null when nothing. */
export function termsFor(book: SlaBook, ticket: Judged, target: TargetName): Terms | null {
  const policy = policyFor(book, ticket);
  const minutes = policy?.targets[target]?.[priorityIndex(ticket.priority)];
  if (!policy || minutes === undefined) return null;
  const { id: policyId, name: policyName, ladder } = policy;
  return { policyId, policyName, calendar: calendarOf(book, policy.calendarId), minutes, ladder };
}

export function calendarOf(book: SlaBook, id: string | null): Calendar {
  return book.calendars.find((calendar) => calendar.id === id) ?? aroundTheClock;
}

/** A priority that nobody knows counts as the usual one. */
function priorityIndex(priority: number): number {
  return priority === 1 || priority === 2 || priority === 4 ? priority - 1 : 2;
}

function matches(when: PolicyConditions, ticket: Judged): boolean {
  return (
    holds(when.networks, ticket.network) &&
    holds(when.kinds, ticket.kind) &&
    holds(when.lanes, ticket.lane) &&
    holds(when.topics, ticket.topic) &&
    holds(when.priorities, ticket.priority) &&
    holds(when.brands, ticket.brand) &&
    (when.vip === null || when.vip === ticket.vip)
  );
}

function holds<T>(wanted: readonly T[], value: T | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}
