import { defaultTopics } from '../understanding/default-topics.js';
import { nothingUnderstood, type Understanding } from '../understanding/understand.js';
import { applyRules, readyBook } from './apply-rules.js';
import { anyMessage } from './any-message.js';
import type { RoutingFacts, RoutingRule, RuleConditions, RuleEffects } from './rule.js';
import { shadowedRules } from './shadowed-rules.js';
import type { TeamFacts } from './team.js';
import type { TextPattern } from './text-pattern.js';

const pattern = (change: Partial<TextPattern>): TextPattern => ({ any: [], all: [], none: [], near: [], ...change });

const understood: Understanding = {
  ...{ ...nothingUnderstood, topic: 'network_outage', confidence: 0.8, words: ['panne'] },
  ...{ language: 'fr', sentiment: 'negative' },
};

const facts = (text: string, change: Partial<RoutingFacts> = {}): RoutingFacts => ({
  text,
  kind: 'comment',
  space: 'public',
  language: 'fr',
  attachments: false,
  rating: null,
  vip: false,
  followers: 120,
  handle: '@lea',
  network: 'mastodon',
  accountId: 'account',
  brand: 'Northline',
  post: { id: 'post-1', text: 'Notre nouvelle box' },
  understood,
  ...change,
});

const rule = (
  id: string,
  when: Partial<RuleConditions>,
  then: Partial<RuleEffects>,
  change: Partial<RoutingRule> = {},
): RoutingRule => ({
  id,
  name: `Rule ${id}`,
  enabled: true,
  mode: 'first-match',
  points: 0,
  when: { ...anyMessage, ...when },
  then: { lane: null, teamId: null, priority: null, skills: [], tags: [], hold: false, ...then },
  ...change,
});

const fibre = {
  id: 'fibre',
  name: 'Fibre',
  lane: 'care',
  mode: 'push',
  neighbourId: null,
  offerSeconds: null,
} as const;
const teams: TeamFacts[] = [{ ...fibre, members: [] }];
const ask = (rules: readonly RoutingRule[], of: RoutingFacts) =>
  applyRules(readyBook({ rules, teams, topics: defaultTopics }), of);
const holdsFor = (when: Partial<RuleConditions>, of: RoutingFacts) =>
  ask([rule('r', when, { lane: 'expert' })], of).lane === 'expert';

const text = 'Ma fibre est encore en panne, je veux un remboursement';

it.each<[string, Partial<RuleConditions>, boolean]>([
  ['any of several words', { text: pattern({ any: ['mobile', 'fibre'] }) }, true],
  ['all of them', { text: pattern({ all: ['fibre', 'mobile'] }) }, false],
  ['the beginning of a word', { text: pattern({ all: ['rembours*'] }) }, true],
  ['a phrase', { text: pattern({ all: ['en panne'] }) }, true],
  ['words in another order', { text: pattern({ all: ['panne en'] }) }, false],
  ['a word that must not be there', { text: pattern({ none: ['panne'] }) }, false],
  ['words near each other', { text: pattern({ near: [{ first: 'panne', second: 'fibre', within: 4 }] }) }, true],
  ['words too far apart', { text: pattern({ near: [{ first: 'panne', second: 'fibre', within: 3 }] }) }, false],
  ['what the post says', { postText: pattern({ any: ['box'] }) }, true],
  ['the post', { posts: ['post-2'] }, false],
  ['the kind', { kinds: ['comment', 'mention'] }, true],
  ['the space', { spaces: ['private'] }, false],
  ['the language', { languages: ['fr'] }, true],
  ['at least so long', { lengthFrom: 500 }, false],
  ['at most so long', { lengthTo: 500 }, true],
  ['attachments', { attachments: true }, false],
  ['a rating where there is none', { ratingTo: 3 }, false],
  ['VIP', { vip: false }, true],
  ['followers', { followersFrom: 1000 }, false],
  ['the handle', { handles: ['Lea'] }, true],
  ['the network', { networks: ['telegram'] }, false],
  ['the account', { accounts: ['account'] }, true],
  ['the brand', { brands: ['Southline'] }, false],
  ['the topic', { topics: ['network_outage', 'order_delivery'] }, true],
  ['a topic that is not sure enough', { confidenceFrom: 0.99 }, false],
  ['urgency', { urgencies: ['high'] }, false],
  ['sentiment', { sentiments: ['negative'] }, true],
  ['a bare thanks', { thanks: true }, false],
])('asks for %s', (_name, when, answer) => {
  expect(holdsFor(when, facts(text))).toBe(answer);
});

it('lets the first rule that holds decide, and says which and by which words', () => {
  const rules = [
    rule('off', {}, { lane: 'expert' }, { enabled: false }),
    rule('mobile', { text: pattern({ any: ['mobile'] }) }, { lane: 'expert' }),
    rule(
      'fibre',
      { text: pattern({ any: ['fibre'], all: ['en panne'] }) },
      { teamId: 'fibre', priority: 1, tags: ['x'] },
    ),
    rule('all', {}, { lane: 'community' }),
  ];
  expect(ask(rules, facts(text))).toMatchObject({
    lane: 'care',
    teamId: 'fibre',
    priority: 1,
    tags: ['x'],
    rule: 'rule',
    decidedBy: [{ ruleId: 'fibre', words: ['fibre', 'en', 'panne'] }],
  });
});

it('adds scores up, and lets the place with the most decide once it is enough', () => {
  const adds = (id: string, word: string, lane: 'care' | 'expert', points: number) =>
    rule(
      id,
      { text: pattern({ any: [word] }) },
      { lane, skills: [{ name: 'net', level: points > 5 ? 3 : 1 }] },
      {
        mode: 'adds-score',
        points,
      },
    );
  const rules = [adds('a', 'fibre', 'expert', 6), adds('b', 'panne', 'expert', 4), adds('c', 'veux', 'care', 9)];
  const routed = ask(rules, facts(text));
  expect(routed).toMatchObject({ lane: 'expert', rule: 'score', skills: [{ name: 'net', level: 3 }] });
  expect(routed.decidedBy.map(({ ruleId, points }) => [ruleId, points])).toEqual([
    ['a', 6],
    ['b', 4],
  ]);
  expect(routed.trace).toHaveLength(3);
  const unsure = { understood: nothingUnderstood };
  expect(ask(rules.slice(1), facts(text, unsure))).toMatchObject({ rule: 'unsure', decidedBy: [] });
});

it('leaves the place to the topic when the rule that holds names none', () => {
  const routed = ask([rule('tag', {}, { tags: ['seen'], priority: 2 })], facts('ma facture est fausse'));
  expect(routed).toMatchObject({ lane: 'care', rule: 'topic', tags: ['seen'], priority: 2 });
  expect(routed.decidedBy).toHaveLength(1);
});

it('holds for a look in the community lane', () => {
  expect(ask([rule('look', {}, { hold: true })], facts(text))).toMatchObject({ lane: 'community', hold: true });
});

it('is what it was without rules', () => {
  expect(ask([], facts('ma facture est fausse'))).toMatchObject({
    lane: 'care',
    rule: 'topic',
    trace: [],
    hold: false,
  });
});

it.each<[string, Partial<RuleConditions>, Partial<RuleConditions>, boolean]>([
  ['everything above something', {}, { vip: true }, true],
  ['something above everything', { vip: true }, {}, false],
  ['a longer list', { networks: ['a', 'b'] }, { networks: ['a'] }, true],
  ['a shorter list', { networks: ['a'] }, { networks: ['a', 'b'] }, false],
  ['a lower bound', { followersFrom: 10 }, { followersFrom: 100 }, true],
  ['a higher bound', { followersFrom: 100 }, { followersFrom: 10 }, false],
  ['at most more', { lengthTo: 100 }, { lengthTo: 10 }, true],
  ['at most less', { lengthTo: 10 }, { lengthTo: 100 }, false],
  [
    'the beginning of the word',
    { text: pattern({ any: ['rembours*'] }) },
    { text: pattern({ any: ['remboursement'] }) },
    true,
  ],
  [
    'a word of the phrase',
    { text: pattern({ any: ['panne'] }) },
    { text: pattern({ all: ['en panne', 'fibre'] }) },
    true,
  ],
  ['a phrase of the word', { text: pattern({ any: ['en panne'] }) }, { text: pattern({ any: ['panne'] }) }, false],
  ['one that forbids more', { text: pattern({ any: ['a'], none: ['b'] }) }, { text: pattern({ any: ['a'] }) }, false],
])('sees that a rule is never reached below %s: or that it may be', (_name, above, below, isShadowed) => {
  const rules = [rule('above', above, { lane: 'care' }), rule('below', below, { lane: 'expert' })];
  expect(shadowedRules(rules)).toEqual(isShadowed ? [{ ruleId: 'below', byId: 'above' }] : []);
});
