import type { ExpertView } from '../../../../src/contract/index.js';
import type { ExpertForm } from '../../api/experts.js';

const hour = 60;

/** What the form begins with. */
export function formOf(expert: ExpertView | null, me: string): ExpertForm {
  if (!expert) {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();

    return {
      ...{ topics: {}, languages: ['fr'], hours: [], weeklyQuota: 5, signature: '', active: true },
      ...{ zone, autonomy: 'reviewed', consent: null },
    };
  }
  const { agent, consentAt, usedThisWeek: _used, answered: _answered, ...form } = expert;
  return { ...form, consent: agent.id === me ? consentAt !== null : null };
}

export interface Workday {
  readonly from: number;
  readonly to: number;
}

/** The hours of Monday, as those of every weekday; null for somebody who can be asked at any time. */
export function workdayOf(hours: ExpertForm['hours']): Workday | null {
  const [first] = hours;
  return first ? { from: first.from, to: first.to } : null;
}

export function hoursOf(workday: Workday | null): ExpertForm['hours'] {
  return workday ? [1, 2, 3, 4, 5].map((day) => ({ day, ...workday })) : [];
}

export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / hour)).padStart(2, '0')}:${String(minutes % hour).padStart(2, '0')}`;

export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * hour + Number(minutes);
}
