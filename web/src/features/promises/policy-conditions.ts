import { always, lanes, messageKinds, type SlaPolicy } from '../../../../src/contract/index.js';
import type { Names } from '../../api/use-names.js';
import { nameIn } from '../../api/use-names.js';
import type { Words } from '../../i18n/words.js';

export type When = SlaPolicy['when'];
export interface Option {
  id: string;
  name: string;
}

const priorities = [1, 2, 3, 4];
export const conditionNames = ['networks', 'kinds', 'lanes', 'topics', 'priorities', 'brands', 'vip'] as const;
export type ConditionName = (typeof conditionNames)[number];
export type ListName = Exclude<ConditionName, 'vip'>;

/** What a condition can be answered with, as people know it. */
export function optionsOf(name: ListName, words: Words, names: Names): readonly Option[] {
  switch (name) {
    case 'networks':
      return names.networks;
    case 'kinds':
      return messageKinds.map((id) => ({ id, name: words.t(`kind.${id}`) }));
    case 'lanes':
      return lanes.map((id) => ({ id, name: words.t(`lane.${id}`) }));
    case 'topics':
      return names.topics;
    case 'priorities':
      return priorities.map((priority) => ({ id: String(priority), name: words.t('facts.priority', { priority }) }));
    case 'brands':
      return names.brands;
  }
}

export function chosenOf(name: ListName, when: When): string[] {
  return when[name].map(String);
}

export function withChosen(name: ListName, when: When, values: readonly string[]): When {
  switch (name) {
    case 'lanes':
      return { ...when, lanes: lanes.filter((lane) => values.includes(lane)) };
    case 'priorities':
      return { ...when, priorities: priorities.filter((one) => values.includes(String(one))) };
    default:
      return { ...when, [name]: values };
  }
}

export function isAsked(name: ConditionName, when: When): boolean {
  return name === 'vip' ? when.vip !== null : when[name].length > 0;
}

export function without(name: ConditionName, when: When): When {
  return { ...when, [name]: always[name] };
}

export function isAlways(when: When): boolean {
  return conditionNames.every((name) => !isAsked(name, when));
}

/** What a policy asks, one sentence for each condition. */
export function conditionTexts(words: Words, when: When, names: Names): string[] {
  return conditionNames
    .filter((name) => isAsked(name, when))
    .map((name) => `${words.t(`cond.${name}`)} ${valueText(name, { when, words, names })}`);
}

function valueText(name: ConditionName, { when, words, names }: { when: When; words: Words; names: Names }): string {
  if (name === 'vip') return words.t(when.vip === true ? 'rule.yes' : 'rule.no');
  const options = optionsOf(name, words, names);
  return chosenOf(name, when)
    .map((id) => nameIn(options, id))
    .join(words.t('rule.or'));
}
