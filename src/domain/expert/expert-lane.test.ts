import { defaultBook } from '../sla/default-policy.js';
import type { Judged, SlaBook, SlaPolicy } from '../sla/policy.js';
import { askClock, askClockUntil, askTerms } from './ask-clock.js';
import { askCanBecome, askStates, awaitedStates, type AskState } from './ask-state.js';
import { checkExpert, needsCoach, signed, type ExpertProfile } from './expert.js';
import { embargoesFor, findEmbargo } from './find-embargo.js';
import { maskPersonal } from './mask-personal.js';
import { suggestExperts, type ExpertFacts } from './suggest-experts.js';
import { wordDiff } from './word-diff.js';

const after = (state: AskState): AskState[] => askStates.filter((next) => next !== state && askCanBecome(state, next));

describe('the states of a question', () => {
  it('are all reached from the first', () => {
    const seen = new Set<AskState>(['asked']);
    for (const state of seen) for (const next of after(state)) seen.add(next);
    expect([...seen].sort()).toEqual([...askStates].sort());
  });

  it('end where nobody is waited for any more, and nothing is begun again there', () => {
    const ends = askStates.filter((state) => after(state).length === 0);
    expect(ends).toEqual(['published', 'advised', 'taken', 'withdrawn']);
    for (const state of ends) expect(askCanBecome(state, state)).toBe(false);
  });

  it('let the one who asked take it back as long as somebody is waited for', () => {
    for (const state of awaitedStates) expect([state, askCanBecome(state, 'withdrawn')]).toEqual([state, true]);
  });
});

describe('the time an expert has', () => {
  const from = new Date('2026-11-25T16:30:00Z');
  const office = {
    ...{ id: 'office', name: 'Office', zone: 'Europe/Paris', days: [] },
    week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1080 })),
  };
  const ticket: Judged = {
    network: 'mastodon',
    kind: 'comment',
    lane: 'care',
    topic: null,
    priority: 3,
    vip: false,
    brand: null,
  };
  const [usual] = defaultBook.policies;
  const bookWith = (targets: SlaPolicy['targets']): SlaBook => ({
    version: 1,
    calendars: [office],
    policies: usual ? [{ ...usual, calendarId: 'office', targets }] : [],
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
  ])('for priority %i is %i hours unless a policy says otherwise', (priority, hours) => {
    const { dueAt, warnAt } = askClock(askTerms(defaultBook, { ...ticket, priority }), from);
    expect(dueAt.getTime() - from.getTime()).toBe(hours * 3_600_000);
    expect(warnAt.getTime() - from.getTime()).toBe(hours * 2_700_000);
  });

  it('is what the policy promises, in the hours of its calendar', () => {
    const terms = askTerms(bookWith({ expert: [60, 60, 120, 120] }), ticket);
    // Half an hour is left of the day, at half past five in Paris.
    expect(askClock(terms, from)).toEqual({
      dueAt: new Date('2026-11-26T09:30:00Z'),
      warnAt: new Date('2026-11-26T09:00:00Z'),
    });
  });

  it('is counted in the hours of a policy that says nothing of experts', () => {
    const terms = askTerms(bookWith({ first_reply: [60, 60, 60, 60] }), ticket);
    expect(askClock(terms, from).dueAt).toEqual(new Date('2026-11-26T11:30:00Z'));
  });

  it('ends when whoever asks says so', () => {
    const due = new Date('2026-11-25T20:30:00Z');
    expect(askClockUntil(due, from)).toEqual({ dueAt: due, warnAt: new Date('2026-11-25T19:30:00Z') });
  });
});

it.each([
  ['call me on 06 12 34 56 78 please', 'call me on ●●● please'],
  ['+33 (0)6.12.34.56.78', '●●●'],
  ['write to lea.martin+1@mail.example, thanks', 'write to ●●●, thanks'],
  ['FR76 3000 6000 0112 3456 7890 189', '●●●'],
  ['mon IBAN est fr7630006000011234567890189.', 'mon IBAN est ●●●.'],
  ['my customer number is 48213077', 'my customer number is ●●●'],
  ['contract AB-1234567', 'contract ●●●'],
  ['4970 1012 3456 7890', '●●●'],
  ['since 25/11/2026, 2026-11-25 or 25.11.26', 'since 25/11/2026, 2026-11-25 or 25.11.26'],
  ['@northline 5G in Lyon, 1 299,99 € for 100 Mb/s?', '@northline 5G in Lyon, 1 299,99 € for 100 Mb/s?'],
  ['@lea@social.example said it', '@lea@social.example said it'],
])('shows an expert %j as %j', (text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
});

it('masks a long text without end in no time', () => {
  for (const text of ['1 '.repeat(20_000), 'a.'.repeat(20_000), 'FR76'.repeat(10_000), '('.repeat(20_000)]) {
    expect(maskPersonal(text).length).toBeLessThanOrEqual(text.length);
  }
});

describe('an embargo', () => {
  const all = [
    { id: 'a', topic: 'network_technology', word: 'Wi-Fi 8', reason: 'not before June' },
    { id: 'b', topic: null, word: 'rachat*', reason: 'stock exchange' },
  ];
  it.each([
    ['Our WI-FI 8 box comes soon', 'a'],
    ['wi fi 8', 'a'],
    ['le rachat est prévu', 'b'],
    ['Wi-Fi 7 is there, and eight more', undefined],
    ['', undefined],
  ])('finds in %j what must not be said', (text, found) => {
    expect(findEmbargo(text, all)?.id).toBe(found);
  });

  it('counts for its topic only, or for all', () => {
    expect(embargoesFor(all, 'billing').map(({ id }) => id)).toEqual(['b']);
    expect(embargoesFor(all, null).map(({ id }) => id)).toEqual(['b']);
    expect(embargoesFor(all, 'network_technology')).toEqual(all);
  });
});

describe('who is asked first', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const someone = (id: string, change: Partial<ExpertFacts> = {}): ExpertFacts => ({
    ...{ id, name: id, signature: id, topics: { fibre: 2 }, languages: ['fr'], zone: 'Europe/Paris', hours: [] },
    ...{ weeklyQuota: 5, usedThisWeek: 0, waiting: 0, answered: 0, usualMinutes: null, ...change },
  });
  const order = (experts: ExpertFacts[], topic: string | null = 'fibre') =>
    suggestExperts(experts, { topic, language: 'fr', now }).map(({ id }) => id);

  it('knows more, is there, has room, and has the least to do', () => {
    const night = [{ day: 3, from: 20 * 60, to: 22 * 60 }];
    const experts = [
      someone('busy', { waiting: 2 }),
      someone('tired', { topics: { fibre: 3 }, usedThisWeek: 5 }),
      someone('asleep', { hours: night }),
      someone('best', { topics: { fibre: 3 } }),
      someone('usual'),
      someone('foreign', { topics: { fibre: 3 }, languages: ['de'] }),
      someone('other', { topics: { mobile: 3 } }),
    ];
    expect(order(experts)).toEqual(['best', 'usual', 'busy', 'asleep', 'foreign', 'tired']);
    expect(order(experts.toReversed())).toEqual(order(experts));
    expect(order(experts, null)).toContain('other');
  });

  it('says from when on they can be asked', () => {
    const [found] = suggestExperts([someone('a', { hours: [{ day: 3, from: 1200, to: 1320 }] })], {
      ...{ topic: 'fibre', language: null, now },
    });
    expect(found?.availableAt).toEqual(new Date('2026-11-25T19:00:00Z'));
  });
});

it.each([
  ['reviewed', false, false, true],
  ['reviewed-if-sensitive', false, false, false],
  ['reviewed-if-sensitive', true, false, true],
  ['direct', true, false, false],
  ['direct', false, true, true],
] as const)(
  'an expert with %s (sensitive: %s, sent back: %s) is read by a coach: %s',
  (autonomy, sensitive, returned, reads) => {
    expect(needsCoach(autonomy, { sensitive, returned })).toBe(reads);
  },
);

it('refuses a registry that nobody could go by', () => {
  const good: ExpertProfile = {
    ...{ topics: { fibre: 3 }, languages: ['fr'], zone: 'Europe/Paris', hours: [], weeklyQuota: 5 },
    ...{ autonomy: 'reviewed', signature: 'Sofia, network engineer', active: true },
  };
  expect(() => {
    checkExpert(good);
  }).not.toThrow();
  for (const bad of [{ zone: 'Paris' }, { topics: { fibre: 4 } }, { signature: ' ' }]) {
    expect(() => {
      checkExpert({ ...good, ...bad });
    }).toThrow('expert.invalid');
  }
});

it('signs an answer with who gave it', () => {
  expect(signed('It does. ', 'Sofia, network engineer')).toBe('It does.\n\n— Sofia, network engineer');
});

it('tells what a coach changed, and gives both texts back', () => {
  const [before, after] = ['The box comes in June with fibre.', 'The box comes soon, with fibre!'];
  const parts = wordDiff(before, after);
  const without = (is: string) => parts.flatMap((part) => (part.is === is ? [] : [part.text])).join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(after);
  expect(parts[0]).toEqual({ is: 'same', text: 'The box comes ' });
  expect(wordDiff('x', 'x')).toEqual([{ is: 'same', text: 'x' }]);
});
