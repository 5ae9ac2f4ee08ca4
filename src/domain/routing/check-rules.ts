import { Refusal } from '../refusal.js';
import type { RoutingRule, RuleConditions, RuleEffects } from './rule.js';
import type { TeamFacts } from './team.js';
import { mostWords, termOf } from './term.js';
import type { TextPattern } from './text-pattern.js';

type Fault = 'twice' | 'name' | 'no-effect' | 'points' | 'no-place' | 'term' | 'near' | 'bounds' | 'team' | 'skills';

const mostPoints = 10;
const mostWithin = 50;

/** Refuses a list in which a rule could not be followed, or says what nobody can have meant. */
export function checkRules(rules: readonly RoutingRule[], teams: readonly TeamFacts[]): void {
  const ids = new Set<string>();
  for (const rule of rules) {
    const why = ids.has(rule.id) ? 'twice' : faultOf(rule, teams);
    if (why !== null) throw new Refusal('routing.invalid', { name: rule.name, why });
    ids.add(rule.id);
  }
}

function faultOf(rule: RoutingRule, teams: readonly TeamFacts[]): Fault | null {
  if (rule.name.trim() === '') return 'name';
  return faultOfConditions(rule.when) ?? faultOfEffects(rule, teams);
}

function faultOfEffects(rule: RoutingRule, teams: readonly TeamFacts[]): Fault | null {
  const { then } = rule;
  const hasPlace = then.lane !== null || then.teamId !== null || then.hold;
  if (rule.mode === 'adds-score') {
    if (!isWithin(rule.points, 1, mostPoints)) return 'points';
    if (!hasPlace) return 'no-place';
  }
  const changes = hasPlace || then.priority !== null || then.skills.length + then.tags.length > 0;
  if (!changes) return 'no-effect';
  return isOfLane(then, teams) ? faultOfSkills(then) : 'team';
}

/** A team that there is, and whose lane is not contradicted. */
function isOfLane({ teamId, lane }: RuleEffects, teams: readonly TeamFacts[]): boolean {
  if (teamId === null) return true;
  const team = teams.find(({ id }) => id === teamId);
  return team !== undefined && (lane === null || lane === team.lane);
}

function faultOfSkills({ skills }: RuleEffects): Fault | null {
  const names = new Set(skills.map(({ name }) => name));
  return names.size === skills.length && skills.every(({ level }) => isWithin(level, 1, 3)) ? null : 'skills';
}

function faultOfConditions(when: RuleConditions): Fault | null {
  const upsideDown = [
    [when.lengthFrom, when.lengthTo],
    [when.ratingFrom, when.ratingTo],
  ].some(([from, to]) => typeof from === 'number' && typeof to === 'number' && from > to);
  if (upsideDown) return 'bounds';
  return faultOfPattern(when.text) ?? faultOfPattern(when.postText);
}

function faultOfPattern(pattern: TextPattern | null): Fault | null {
  if (pattern === null) return null;
  const { any, all, none, near } = pattern;
  const terms = [...any, ...all, ...none, ...near.flatMap(({ first, second }) => [first, second])];
  // An empty pattern would hold for every text: whoever wrote it meant something else.
  if (terms.length === 0 || !terms.every(isTerm)) return 'term';
  return near.every(({ within }) => isWithin(within, 1, mostWithin)) ? null : 'near';
}

function isTerm(text: string): boolean {
  const length = termOf(text).length;
  const bothEnds = text.split(/\s+/).some((piece) => piece.length > 1 && piece.startsWith('*') && piece.endsWith('*'));
  return length >= 1 && length <= mostWords && !bothEnds;
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
