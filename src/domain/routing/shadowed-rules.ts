import type { RoutingRule, RuleConditions } from './rule.js';
import { termCovers, termOf } from './term.js';
import type { TextPattern } from './text-pattern.js';

/** A rule that can never be asked: whatever it would hold for, an earlier one has decided already. */
export interface ShadowedRule {
  readonly ruleId: string;
  readonly byId: string;
}

/** Sound, not complete: what is told here is never reached; a message may still show that another one is not either. */
export function shadowedRules(rules: readonly RoutingRule[]): ShadowedRule[] {
  const enabled = rules.filter((rule) => rule.enabled);
  return enabled.flatMap((rule, at) => {
    const earlier = enabled.slice(0, at).find((one) => one.mode === 'first-match' && covers(one.when, rule.when));
    return earlier ? [{ ruleId: rule.id, byId: earlier.id }] : [];
  });
}

const lists = [
  'kinds',
  'spaces',
  'languages',
  'handles',
  'networks',
  'accounts',
  'brands',
  'posts',
  'topics',
  'urgencies',
  'sentiments',
] as const;
const answers = ['attachments', 'vip', 'thanks'] as const;
const lowest = ['lengthFrom', 'ratingFrom', 'followersFrom', 'confidenceFrom'] as const;
const highest = ['lengthTo', 'ratingTo'] as const;

/** Does `wide` hold for everything that `narrow` holds for? */
function covers(wide: RuleConditions, narrow: RuleConditions): boolean {
  return (
    lists.every((name) => coversList(wide[name], narrow[name])) &&
    answers.every((name) => wide[name] === null || wide[name] === narrow[name]) &&
    lowest.every((name) => coversNumber(wide[name], narrow[name], (a, b) => a <= b)) &&
    highest.every((name) => coversNumber(wide[name], narrow[name], (a, b) => a >= b)) &&
    coversPattern(wide.text, narrow.text) &&
    coversPattern(wide.postText, narrow.postText)
  );
}

function coversList(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((value) => wide.includes(value)));
}

function coversNumber(wide: number | null, narrow: number | null, isWider: (a: number, b: number) => boolean): boolean {
  return wide === null || (narrow !== null && isWider(wide, narrow));
}

function coversPattern(wide: TextPattern | null, narrow: TextPattern | null): boolean {
  if (wide === null) return true;
  if (narrow === null) return false;
  // What `narrow` is sure to find in a text; of `any` it finds one, whichever.
  const sure = [...narrow.all, ...narrow.near.flatMap(({ first, second }) => [first, second])];
  return (
    (wide.any.length === 0 ||
      sure.some((term) => isCovered(wide.any, term)) ||
      (narrow.any.length > 0 && narrow.any.every((term) => isCovered(wide.any, term)))) &&
    wide.all.every((term) => sure.some((other) => isCovered([term], other))) &&
    wide.none.every((term) => narrow.none.some((other) => isCovered([other], term))) &&
    wide.near.every(({ first, second, within }) =>
      narrow.near.some((pair) => pair.first === first && pair.second === second && pair.within <= within),
    )
  );
}

function isCovered(wide: readonly string[], narrow: string): boolean {
  return wide.some((term) => termCovers(termOf(term), termOf(narrow)));
}
