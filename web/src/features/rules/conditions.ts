import { messageKinds, type RoutingRule } from '../../../../src/contract/index.js';
import type { Words } from '../../i18n/words.js';
import type { Names } from '../../api/use-names.js';

type When = RoutingRule['when'];
interface Option {
  id: string;
  name: string;
}

/** A condition that takes some of a list; those without options are typed. */
export interface ListCondition {
  is: 'list';
  get: (when: When) => readonly string[];
  set: (when: When, values: readonly string[]) => When;
  options: ((words: Words, names: Names) => readonly Option[]) | null;
}
/** A condition on a number, from and to; a side that is absent cannot be asked. */
export interface NumberCondition {
  is: 'number';
  from: Side | null;
  to: Side | null;
  most: number;
  /** What one unit on the screen is in the rule. */
  unit: number;
}
interface Side {
  get: (when: When) => number | null;
  set: (when: When, value: number | null) => When;
}
export interface AnswerCondition {
  is: 'answer';
  get: (when: When) => boolean | null;
  set: (when: When, value: boolean | null) => When;
}
export interface PatternCondition {
  is: 'pattern';
  name: 'text' | 'postText';
}

const spaces = ['public', 'private'] as const;
const urgencies = ['high', 'normal', 'low'] as const;
const sentiments = ['negative', 'neutral', 'positive'] as const;
const languages = ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ar'];

/** Only values that there are. */
function among<T extends string>(known: readonly T[], values: readonly string[]): T[] {
  return known.filter((one) => values.includes(one));
}

type Plain = 'languages' | 'handles' | 'networks' | 'accounts' | 'brands' | 'posts' | 'topics';
function plain(name: Plain, options: ListCondition['options']): ListCondition {
  return { is: 'list', get: (when) => when[name], set: (when, values) => ({ ...when, [name]: values }), options };
}

type Bound = 'lengthFrom' | 'lengthTo' | 'ratingFrom' | 'ratingTo' | 'followersFrom' | 'confidenceFrom';
function side(name: Bound): Side {
  return { get: (when) => when[name], set: (when, value) => ({ ...when, [name]: value }) };
}

function answer(name: 'attachments' | 'vip' | 'thanks'): AnswerCondition {
  return { is: 'answer', get: (when) => when[name], set: (when, value) => ({ ...when, [name]: value }) };
}

/** Everything that a rule may ask, in the order in which it is offered and read. */
export const conditions = {
  text: { is: 'pattern', name: 'text' },
  topics: plain('topics', (_words, names) => names.topics),
  confidence: { is: 'number', from: side('confidenceFrom'), to: null, most: 100, unit: 0.01 },
  kinds: {
    is: 'list',
    get: ({ kinds }) => kinds,
    set: (when, values) => ({ ...when, kinds: among(messageKinds, values) }),
    options: (words) => messageKinds.map((id) => ({ id, name: words.t(`kind.${id}`) })),
  },
  spaces: {
    is: 'list',
    get: ({ spaces: chosen }) => chosen,
    set: (when, values) => ({ ...when, spaces: among(spaces, values) }),
    options: (words) => spaces.map((id) => ({ id, name: words.t(`space.${id}`) })),
  },
  networks: plain('networks', (_words, names) => names.networks),
  accounts: plain('accounts', (_words, names) => names.accounts),
  brands: plain('brands', (_words, names) => names.brands),
  languages: plain('languages', (words) => languages.map((id) => ({ id, name: words.language(id) }))),
  urgencies: {
    is: 'list',
    get: ({ urgencies: chosen }) => chosen,
    set: (when, values) => ({ ...when, urgencies: among(urgencies, values) }),
    options: (words) => urgencies.map((id) => ({ id, name: words.t(`urgency.${id}`) })),
  },
  sentiments: {
    is: 'list',
    get: ({ sentiments: chosen }) => chosen,
    set: (when, values) => ({ ...when, sentiments: among(sentiments, values) }),
    options: (words) => sentiments.map((id) => ({ id, name: words.t(`sentiment.${id}`) })),
  },
  thanks: answer('thanks'),
  length: { is: 'number', from: side('lengthFrom'), to: side('lengthTo'), most: 100_000, unit: 1 },
  attachments: answer('attachments'),
  rating: { is: 'number', from: side('ratingFrom'), to: side('ratingTo'), most: 5, unit: 1 },
  vip: answer('vip'),
  followers: { is: 'number', from: side('followersFrom'), to: null, most: 1_000_000_000, unit: 1 },
  handles: plain('handles', null),
  'post-text': { is: 'pattern', name: 'postText' },
  posts: plain('posts', null),
} satisfies Record<string, ListCondition | NumberCondition | AnswerCondition | PatternCondition>;

export type ConditionName = keyof typeof conditions;
type Condition = ListCondition | NumberCondition | AnswerCondition | PatternCondition;

export const conditionNames: readonly ConditionName[] = [
  'text',
  'topics',
  'confidence',
  'kinds',
  'spaces',
  'networks',
  'accounts',
  'brands',
  'languages',
  'urgencies',
  'sentiments',
  'thanks',
  'length',
  'attachments',
  'rating',
  'vip',
  'followers',
  'handles',
  'post-text',
  'posts',
];

export function conditionOf(name: ConditionName): Condition {
  return conditions[name];
}

/** Does the rule ask this? */
export function isAsked(name: ConditionName, when: When): boolean {
  const condition = conditionOf(name);
  switch (condition.is) {
    case 'pattern':
      return when[condition.name] !== null;
    case 'list':
      return condition.get(when).length > 0;
    case 'answer':
      return condition.get(when) !== null;
    case 'number':
      return [condition.from, condition.to].some((one) => one !== null && one.get(when) !== null);
  }
}

export function without(name: ConditionName, when: When): When {
  const condition = conditionOf(name);
  switch (condition.is) {
    case 'pattern':
      return { ...when, [condition.name]: null };
    case 'list':
      return condition.set(when, []);
    case 'answer':
      return condition.set(when, null);
    case 'number': {
      const low = condition.from ? condition.from.set(when, null) : when;
      return condition.to ? condition.to.set(low, null) : low;
    }
  }
}
