import { Refusal } from '../refusal.js';
import { targetNames } from './clock-kind.js';
import type { LadderStep, SlaBook, SlaPolicy } from './policy.js';

type Fault = 'calendar' | 'no-target' | 'minutes' | 'ladder' | 'twice';

/** A year of minutes: whoever promises more promises nothing. */
const mostMinutes = 527_040;

/** Refuses a list in which a policy could not be followed. */
export function checkPolicies(book: SlaBook): void {
  for (const [at, policy] of book.policies.entries()) {
    const twice = book.policies.findIndex(({ id }) => id === policy.id) !== at;
    const why = twice ? 'twice' : faultOf(policy, book);
    if (why !== null) throw new Refusal('policy.invalid', { name: policy.name, why });
  }
}

/** Refuses to take a calendar away that a policy names. */
export function checkCalendarsKept(before: SlaBook, after: SlaBook): void {
  for (const { name, calendarId } of after.policies) {
    const gone = calendarId !== null && !after.calendars.some(({ id }) => id === calendarId);
    const calendar = before.calendars.find(({ id }) => id === calendarId)?.name ?? '';
    if (gone) throw new Refusal('calendar.used', { calendar, policy: name });
  }
}

function faultOf(policy: SlaPolicy, { calendars }: SlaBook): Fault | null {
  const { calendarId, targets, ladder } = policy;
  if (calendarId !== null && !calendars.some(({ id }) => id === calendarId)) return 'calendar';
  const promised = targetNames.flatMap((name) => (targets[name] ? [targets[name]] : []));
  if (promised.length === 0) return 'no-target';
  if (!promised.every((minutes) => minutes.length === 4 && minutes.every(isTarget))) return 'minutes';
  return ladder.every(isStep) && isDistinct(ladder) ? null : 'ladder';
}

function isTarget(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes;
}

/** Nobody is replaced before the promise is broken. */
function isStep({ percent, act }: LadderStep): boolean {
  const known = Number.isInteger(percent) && percent >= 1 && percent <= 1000;
  return known && (act !== 'reassign' || percent >= 100);
}

function isDistinct(ladder: readonly LadderStep[]): boolean {
  return new Set(ladder.map(({ percent, act }) => `${String(percent)} ${act}`)).size === ladder.length;
}
