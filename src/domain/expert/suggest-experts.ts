import { nextOpening } from '../sla/business-time.js';
import type { ExpertProfile } from './expert.js';

export interface ExpertFacts extends Pick<ExpertProfile, 'topics' | 'languages' | 'zone' | 'hours' | 'weeklyQuota'> {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
  /** Questions accepted since Monday. */
  readonly usedThisWeek: number;
  /** Questions that wait for them now. */
  readonly waiting: number;
  readonly answered: number;
  /** How long they usually take; null for somebody who has not answered yet. */
  readonly usualMinutes: number | null;
}

/** Somebody who could be asked, and why they stand where they stand. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
  /** In the topic; the best of all of theirs when the ticket has none. */
  readonly level: number;
  readonly speaks: boolean;
  /** From when on they can be asked: now, or the next of their hours; null when there are none. */
  readonly availableAt: Date | null;
  readonly quotaLeft: number;
  readonly waiting: number;
  readonly answered: number;
  readonly usualMinutes: number | null;
}

interface Matter {
  readonly topic: string | null;
  readonly language: string | null;
  readonly now: Date;
}

/** Who knows the topic, best first. Whoever has answered enough this week comes last, and is still shown. */
export function suggestExperts(experts: readonly ExpertFacts[], matter: Matter): Suggestion[] {
  return experts
    .map((expert) => suggestionOf(expert, matter))
    .filter(({ level }) => level > 0)
    .toSorted((a, b) => compare(rank(a, matter.now), rank(b, matter.now)) || (a.id < b.id ? -1 : 1));
}

function suggestionOf(expert: ExpertFacts, { topic, language, now }: Matter): Suggestion {
  const { id, name, signature, topics, waiting, answered, usualMinutes } = expert;
  const levels = topic === null ? Object.values(topics) : [topics[topic] ?? 0];
  const hours = { id: null, name, zone: expert.zone, week: expert.hours, days: [] };
  return {
    ...{ id, name, signature, waiting, answered, usualMinutes },
    level: Math.max(0, ...levels),
    speaks: language === null || expert.languages.includes(language),
    availableAt: expert.hours.length === 0 ? now : nextOpening(hours, now),
    quotaLeft: Math.max(0, expert.weeklyQuota - expert.usedThisWeek),
  };
}

/** Smaller is better, the first that differs decides. */
function rank(one: Suggestion, now: Date): number[] {
  const isThere = one.availableAt !== null && one.availableAt <= now;
  return [one.quotaLeft > 0 ? 0 : 1, one.speaks ? 0 : 1, -one.level, isThere ? 0 : 1, one.waiting, -one.quotaLeft];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
