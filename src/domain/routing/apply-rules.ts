import type { Lane } from '../team/role.js';
import type { Topic } from '../understanding/default-topics.js';
import { wordsOf } from '../understanding/normalise.js';
import { route, type Route } from './route.js';
import { checksOf, wordsOfConditions, type Check, type Seen } from './rule-checks.js';
import { scoreNeeded, type Priority, type RoutingFacts, type RoutingRule, type SkillNeed } from './rule.js';
import type { TeamFacts } from './team.js';
import { TermIndex } from './term-index.js';

/** Everything that decides where a ticket goes. */
export interface RoutingBook {
  readonly rules: readonly RoutingRule[];
  readonly teams: readonly TeamFacts[];
  readonly topics: readonly Topic[];
}

interface ReadyRule {
  readonly rule: RoutingRule;
  readonly place: Place | null;
  readonly checks: readonly Check[];
  readonly words: (seen: Seen) => string[];
}

/** A book made ready to be asked many times. */
export interface ReadyBook {
  readonly topics: readonly Topic[];
  readonly rules: readonly ReadyRule[];
  readonly index: TermIndex;
  readonly readsPosts: boolean;
}

interface Place {
  readonly lane: Lane;
  readonly teamId: string | null;
}

/** A rule whose conditions held. */
export interface RuleTrace {
  readonly ruleId: string;
  readonly name: string;
  /** Null for a rule that decides alone. */
  readonly points: number | null;
  readonly words: readonly string[];
}

export interface Routed extends Place {
  readonly priority: Priority;
  readonly skills: readonly SkillNeed[];
  readonly tags: readonly string[];
  readonly hold: boolean;
  /** What chose the place: one rule, several together, or none of them. */
  readonly rule: 'rule' | 'score' | Route['rule'];
  /** The rules that had a part in it. */
  readonly decidedBy: readonly RuleTrace[];
  /** Every rule that was asked and held, in order. */
  readonly trace: readonly RuleTrace[];
}

export function readyBook({ rules, teams, topics }: RoutingBook): ReadyBook {
  const index = new TermIndex();
  const enabled = rules.filter((rule) => rule.enabled);
  return {
    topics,
    index,
    readsPosts: enabled.some(({ when }) => when.postText !== null),
    rules: enabled.map((rule) => ({
      rule,
      place: placeOf(rule, teams),
      checks: checksOf(rule.when, index),
      words: wordsOfConditions(rule.when, index),
    })),
  };
}

/**
 * The rules in their order: the first of those that decide alone ends the search; those that add a score count up to there.
 * A place that nobody named is left to the topic, as it is for a workspace without rules.
 */
export function applyRules(book: ReadyBook, facts: RoutingFacts): Routed {
  const seen = seenBy(book, facts);
  const held: ReadyRule[] = [];
  let first: ReadyRule | null = null;
  for (const ready of book.rules) {
    if (!ready.checks.every((check) => check(seen))) continue;
    held.push(ready);
    if (ready.rule.mode === 'adds-score') continue;
    first = ready;
    break;
  }
  const scored = first?.place ? [] : winnersOf(held);
  return routed(book, seen, { held, first, scored });
}

interface Outcome {
  readonly held: readonly ReadyRule[];
  readonly first: ReadyRule | null;
  readonly scored: readonly ReadyRule[];
}

function routed(book: ReadyBook, { facts, ...found }: Seen, { held, first, scored }: Outcome): Routed {
  const fallback = route(facts, facts.understood, book.topics);
  const deciding = [...scored, ...(first ? [first] : [])];
  const effects = deciding.map(({ rule }) => rule.then);
  const traceOf = ({ rule, words }: ReadyRule): RuleTrace => ({
    ruleId: rule.id,
    name: rule.name,
    points: rule.mode === 'adds-score' ? rule.points : null,
    words: words({ facts, ...found }),
  });
  const place = first?.place ?? scored[0]?.place ?? { lane: fallback.lane, teamId: null };
  const asked = effects.flatMap(({ priority }) => priority ?? []);
  return {
    ...place,
    priority: asked.toSorted((a, b) => a - b)[0] ?? fallback.priority,
    skills: highestOfEach(effects.flatMap(({ skills }) => skills)),
    tags: [...new Set(effects.flatMap(({ tags }) => tags))],
    hold: effects.some(({ hold }) => hold),
    rule: first?.place ? 'rule' : scored.length > 0 ? 'score' : fallback.rule,
    decidedBy: deciding.map(traceOf),
    trace: held.map(traceOf),
  };
}

const nothing = { words: [], at: new Map(), steps: 0 };

function seenBy({ index, readsPosts }: ReadyBook, facts: RoutingFacts): Seen {
  const postText = readsPosts ? facts.post?.text : null;
  return {
    facts,
    text: index.find(wordsOf(facts.text)),
    post: postText ? index.find(wordsOf(postText)) : nothing,
  };
}

/** The rules of the place with the most points, once they are enough; among equals the place that was named first. */
function winnersOf(held: readonly ReadyRule[]): ReadyRule[] {
  const scoring = held.filter(({ rule, place }) => rule.mode === 'adds-score' && place !== null);
  const groups = Map.groupBy(scoring, ({ place }) => `${place?.lane ?? ''} ${place?.teamId ?? ''}`);
  const sums = [...groups.values()].map((group) => ({
    group,
    points: group.reduce((sum, { rule }) => sum + rule.points, 0),
  }));
  const [best] = sums.toSorted((a, b) => b.points - a.points);
  return best && best.points >= scoreNeeded ? best.group : [];
}

/** A team that is gone names no place. What is held for a look goes to those who look, unless the rule says where. */
function placeOf({ then }: RoutingRule, teams: readonly TeamFacts[]): Place | null {
  const team = teams.find(({ id }) => id === then.teamId);
  if (team) return { lane: team.lane, teamId: team.id };
  if (then.lane !== null) return { lane: then.lane, teamId: null };
  return then.hold ? { lane: 'community', teamId: null } : null;
}

function highestOfEach(skills: readonly SkillNeed[]): SkillNeed[] {
  const groups = Map.groupBy(skills, ({ name }) => name);
  return [...groups].map(([name, same]) => ({ name, level: Math.max(...same.map(({ level }) => level)) }));
}
