import type { RoutingPlace, RoutingRule } from '../../../../src/contract/index.js';
import type { Words } from '../../i18n/words.js';
import {
  conditionNames,
  conditionOf,
  isAsked,
  type ConditionName,
  type ListCondition,
  type NumberCondition,
} from './conditions.js';
import { nameIn, type Names } from '../../api/use-names.js';

type Pattern = NonNullable<RoutingRule['when']['text']>;

/** What a rule asks, one sentence for each condition. */
export function conditionTexts(words: Words, rule: RoutingRule, names: Names): string[] {
  return conditionNames
    .filter((name) => isAsked(name, rule.when))
    .map((name) => `${words.t(`cond.${name}`)} ${valueText(words, name, { when: rule.when, names })}`);
}

function valueText(words: Words, name: ConditionName, of: { when: RoutingRule['when']; names: Names }): string {
  const condition = conditionOf(name);
  switch (condition.is) {
    case 'pattern': {
      const pattern = of.when[condition.name];
      return pattern ? patternText(words, pattern) : '';
    }
    case 'list':
      return listText(words, condition, of);
    case 'answer':
      return words.t(condition.get(of.when) === true ? 'rule.yes' : 'rule.no');
    case 'number':
      return numberText(words, condition, of.when);
  }
}

function listText(
  words: Words,
  { get, options }: ListCondition,
  { when, names }: { when: RoutingRule['when']; names: Names },
): string {
  const known = options?.(words, names) ?? [];
  return get(when)
    .map((id) => nameIn(known, id))
    .join(words.t('rule.or'));
}

function numberText(words: Words, { from, to, unit }: NumberCondition, when: RoutingRule['when']): string {
  const [low, high] = [from?.get(when) ?? null, to?.get(when) ?? null];
  const told = (value: number) => words.number(Math.round(value / unit));
  if (low !== null && high !== null) return words.t('rule.between', { from: told(low), to: told(high) });
  return low === null
    ? words.t('rule.at-most', { to: told(high ?? 0) })
    : words.t('rule.at-least', { from: told(low) });
}

function patternText(words: Words, { any, all, none, near }: Pattern): string {
  const quoted = (terms: readonly string[], between: string) =>
    terms.map((word) => words.t('why.word', { word })).join(between);
  return [
    ...(any.length > 0 ? [words.t('rule.any-of', { words: quoted(any, words.t('rule.or')) })] : []),
    ...(all.length > 0 ? [words.t('rule.all-of', { words: quoted(all, words.t('rule.and')) })] : []),
    ...(none.length > 0 ? [words.t('rule.none-of', { words: quoted(none, words.t('rule.or')) })] : []),
    ...near.map((pair) => words.t('rule.near', { first: pair.first, second: pair.second, within: pair.within })),
  ].join(words.t('rule.and'));
}

/** What becomes of a ticket by a rule, in a few words each. */
export function effectTexts(words: Words, { then, mode, points }: RoutingRule, names: Names): string[] {
  const { lane, teamId, priority, skills, tags, hold } = then;
  return [
    ...(mode === 'adds-score' ? [words.t('rule.adds', { points })] : []),
    ...(lane !== null && teamId === null ? [words.t(`lane.${lane}`)] : []),
    ...(teamId !== null ? [words.t('rule.to-team', { team: nameIn(names.teams, teamId) })] : []),
    ...(priority !== null ? [words.t('facts.priority', { priority })] : []),
    ...skills.map(({ name, level }) => words.t('rule.skill', { name, level })),
    ...tags.map((tag) => words.t('rule.tag', { tag })),
    ...(hold ? [words.t('rule.hold')] : []),
  ];
}

export function placeText(words: Words, { lane, team, priority, hold }: RoutingPlace): string {
  const place = team === null ? words.t(`lane.${lane}`) : words.t('rule.to-team', { team });
  const parts = [place, words.t('facts.priority', { priority }), ...(hold ? [words.t('rule.hold')] : [])];
  return parts.join(' · ');
}
