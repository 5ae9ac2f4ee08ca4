import type { Routed } from './apply-rules.js';
import { reroute, type Standing } from './route-again.js';

const standing: Standing = {
  ...{ lane: 'care', laneRule: 'topic', teamId: null, priority: 3, priorityByHand: false, skills: [] },
  ...{ held: false, unseen: false },
};
const trace = { ruleId: 'r', name: 'Press', points: null, words: [] };
const routed: Routed = {
  ...{ lane: 'community', teamId: 'press', priority: 2, skills: [], tags: ['press'], hold: false, rule: 'rule' },
  ...{ decidedBy: [trace], trace: [trace] },
};

it('follows what the rules say now, and keeps which they were', () => {
  expect(reroute(standing, routed)).toEqual({
    ...{ lane: 'community', laneRule: 'rule', teamId: 'press', priority: 2, skills: [], tags: ['press'], held: false },
    ...{ route: [trace], isOther: true, leaves: false },
  });
});

it('leaves it where somebody sent it, and as pressing as somebody said', () => {
  const sent = { ...standing, laneRule: 'transferred', lane: 'expert', teamId: 'fibre' } as const;
  expect(reroute(sent, routed)).toMatchObject({
    lane: 'expert',
    laneRule: 'transferred',
    teamId: 'fibre',
    priority: 2,
  });
  expect(reroute({ ...sent, priorityByHand: true, priority: 1 }, routed)).toMatchObject({
    priority: 1,
    isOther: false,
  });
});

it.each([
  [{ unseen: true }, routed, true],
  [{ unseen: false }, routed, false],
  [{ unseen: true, laneRule: 'transferred' }, routed, false],
  [{ unseen: true }, { ...routed, lane: 'care', teamId: null } as const, false],
])('takes it out of hands only where nobody has looked and its place is another: %j', (change, says, leaves) => {
  expect(reroute({ ...standing, ...change }, says).leaves).toBe(leaves);
});

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])('lets go what is held, and holds nothing anew: held %s, rules hold %s', (held, hold, after) => {
  expect(reroute({ ...standing, held }, { ...routed, hold }).held).toBe(after);
});

it('tells another reason from another outcome', () => {
  const same = { ...routed, lane: 'care', teamId: null, priority: 3, skills: [{ name: 'a', level: 1 }] } as const;
  expect(reroute({ ...standing, skills: [{ name: 'a', level: 1 }] }, same).isOther).toBe(false);
  expect(reroute({ ...standing, skills: [{ name: 'a', level: 2 }] }, same).isOther).toBe(true);
});
