import { Refusal } from '../refusal.js';
import { checkCalendar } from '../sla/check-calendar.js';
import { isZone } from '../sla/zone-offsets.js';
import type { WeekRange } from '../sla/calendar.js';

export const autonomies = ['reviewed', 'reviewed-if-sensitive', 'direct'] as const;
/** Who reads an answer before it goes: a coach always, a coach where the matter is sensitive, nobody. */
export type Autonomy = (typeof autonomies)[number];

/** Somebody inside the company who answers pointed questions, a few hours a week. */
export interface ExpertProfile {
  /** Levels, 1 to 3, by topic. */
  readonly topics: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly zone: string;
  /** When they can be asked; none for at any time. */
  readonly hours: readonly WeekRange[];
  /** How many questions a week. */
  readonly weeklyQuota: number;
  readonly autonomy: Autonomy;
  /** As customers see them: "Sofia, ingénieure réseau". */
  readonly signature: string;
  /** Whoever takes a break is asked nothing. */
  readonly active: boolean;
}

export function checkExpert(profile: ExpertProfile): void {
  const { zone, hours, topics, signature } = profile;
  if (!isZone(zone)) throw new Refusal('expert.invalid', { why: 'zone' });
  if (hours.length > 0) checkCalendar({ id: null, name: signature, zone, week: hours, days: [] });
  if (!Object.values(topics).every((level) => [1, 2, 3].includes(level))) {
    throw new Refusal('expert.invalid', { why: 'level' });
  }
  if (signature.trim() === '') throw new Refusal('expert.invalid', { why: 'signature' });
}

/** Does a coach read the answer first? Once they sent one back they want to see what became of it. */
export function needsCoach(
  autonomy: Autonomy,
  ask: { readonly sensitive: boolean; readonly returned: boolean },
): boolean {
  if (ask.returned || autonomy === 'reviewed') return true;
  return autonomy === 'reviewed-if-sensitive' && ask.sensitive;
}

/** The answer as customers read it. */
export function signed(text: string, signature: string): string {
  return `${text.trim()}\n\n— ${signature}`;
}
