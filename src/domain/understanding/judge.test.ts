import { judge, type Case } from './judge.js';

const cases = (count: number, agentId: string, is: Omit<Case, 'agentId'>): Case[] =>
  Array.from({ length: count }, () => ({ agentId, ...is }));
const right = { truth: 'billing', running: 'other', candidate: 'billing' };
const wrong = { truth: 'billing', running: 'billing', candidate: 'other' };

it('lets a candidate take over that agrees with the agents more often', () => {
  expect(judge(cases(30, 'ana', right), [])).toMatchObject({
    takesOver: true,
    why: 'better',
    running: 0,
    candidate: 1,
  });
});

it('refuses one that agrees less often, and one that forgot what is plain', () => {
  expect(judge(cases(30, 'ana', wrong), [])).toMatchObject({ takesOver: false, why: 'worse' });
  expect(judge(cases(30, 'ana', right), [wrong])).toMatchObject({ takesOver: false, why: 'worse-at-start' });
});

it('takes what agents wrote when there is nothing to judge by yet', () => {
  expect(judge(cases(3, 'ana', wrong), [])).toMatchObject({ takesOver: true, why: 'too-few' });
});

it('hears each agent alike, however much one of them corrects', () => {
  const many = cases(500, 'eve', right);
  expect(judge([...many, ...cases(10, 'ana', wrong), ...cases(10, 'ben', wrong)], [])).toMatchObject({ why: 'worse' });
});
