import { checkPolicies } from './check-policies.js';
import { always, defaultBook } from './default-policy.js';
import { policyFor, termsFor, type Judged, type PolicyConditions, type SlaBook, type SlaPolicy } from './policy.js';

const ticket: Judged = {
  network: 'facebook',
  kind: 'direct',
  lane: 'care',
  topic: 'billing',
  priority: 2,
  vip: true,
  brand: 'North',
};
const policy = (name: string, when: Partial<PolicyConditions>): SlaPolicy => ({
  id: name,
  name,
  calendarId: null,
  when: { ...always, ...when },
  targets: { first_reply: [1, 2, 3, 4] },
  ladder: [],
});
const book = (...policies: SlaPolicy[]): SlaBook => ({ version: 1, calendars: [], policies });

it.each<[Partial<PolicyConditions>, boolean]>([
  [{}, true],
  [{ networks: ['mastodon', 'facebook'] }, true],
  [{ networks: ['mastodon'] }, false],
  [{ kinds: ['comment'] }, false],
  [{ lanes: ['care'], topics: ['billing'], priorities: [1, 2], brands: ['North'] }, true],
  [{ lanes: ['expert'] }, false],
  [{ topics: ['order'] }, false],
  [{ priorities: [3] }, false],
  [{ brands: ['South'] }, false],
  [{ vip: true }, true],
  [{ vip: false }, false],
])('asks whether %j holds', (when, holds) => {
  expect(policyFor(book(policy('one', when)), ticket) !== null).toBe(holds);
});

it('takes the first that holds, and no condition holds for what is not known', () => {
  const all = book(policy('first', { networks: ['mastodon'] }), policy('second', {}), policy('third', {}));
  expect(policyFor(all, ticket)?.name).toBe('second');
  expect(policyFor(book(policy('one', { topics: ['billing'] })), { ...ticket, topic: null })).toBeNull();
});

it('promises by priority, and nothing that the policy does not name', () => {
  const minutes = [1, 2, 3, 4, 9].map(
    (priority) => termsFor(book(policy('one', {})), { ...ticket, priority }, 'first_reply')?.minutes,
  );
  expect(minutes).toEqual([1, 2, 3, 4, 3]);
  expect(termsFor(book(policy('one', {})), ticket, 'resolution')).toBeNull();
  expect(termsFor(book(), ticket, 'first_reply')).toBeNull();
});

it.each<[Partial<SlaPolicy>, string]>([
  [{ calendarId: 'nowhere' }, 'calendar'],
  [{ targets: {} }, 'no-target'],
  [{ targets: { resolution: null } }, 'no-target'],
  [{ targets: { first_reply: [1, 2, 3] } }, 'minutes'],
  [{ targets: { first_reply: [0, 2, 3, 4] } }, 'minutes'],
  [{ ladder: [{ percent: 75, act: 'reassign' }] }, 'ladder'],
  [
    {
      ladder: [
        { percent: 75, act: 'owner' },
        { percent: 75, act: 'owner' },
      ],
    },
    'ladder',
  ],
])('refuses %j', (change, why) => {
  const wrong = book({ ...policy('one', {}), ...change });
  expect(() => {
    checkPolicies(wrong);
  }).toThrow(expect.objectContaining({ details: { name: 'one', why } }));
});

it('refuses one policy twice, and accepts its own', () => {
  expect(() => {
    checkPolicies(book(policy('one', {}), policy('one', {})));
  }).toThrow('policy.invalid');
  expect(() => {
    checkPolicies(defaultBook);
  }).not.toThrow();
});
