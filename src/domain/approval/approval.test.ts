import { roles, type Role } from '../team/role.js';
import { approve, mustDecide } from './approve.js';
import type { ApprovalConditions, ApprovalFacts, ApprovalRule, Approvers } from './approval-rule.js';
import { checkApprovalRules } from './check-approval-rules.js';
import { neededApproval } from './needed-approval.js';
import { whoApproves, type Colleague } from './who-approves.js';

const anyReply: ApprovalConditions = {
  ...{ roles: [], inTraining: null, topics: [], lanes: [], networks: [], spaces: [], crisis: null, vip: null },
};
const nobody: Approvers = { roles: [], teamIds: [], agentIds: [] };
const rule = (id: string, when: Partial<ApprovalConditions>, needed: 0 | 1 | 2 = 1): ApprovalRule => ({
  ...{ id, name: id, enabled: true, needed, when: { ...anyReply, ...when } },
  approvers: { ...nobody, roles: ['team_lead'] },
});
const reply: ApprovalFacts = {
  ...{ role: 'adviser', inTraining: true, topic: 'billing', lane: 'care', network: 'mastodon', space: 'public' },
  ...{ crisis: false, vip: false },
};

/** The same choices for the same seed, on every machine. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('what needs approval', () => {
  it.each<[Partial<ApprovalConditions>, readonly string[] | null]>([
    [{}, ['always']],
    [{ inTraining: true, topics: ['billing', 'outage'] }, ['in-training', 'topic']],
    [{ inTraining: false }, null],
    [{ roles: ['expert'] }, null],
    [{ crisis: true }, null],
    [{ vip: false, spaces: ['public'] }, ['space', 'vip']],
    [{ lanes: ['care'], networks: ['telegram'] }, null],
  ])('asks for it by %j: %j', (when, because) => {
    expect(neededApproval([rule('one', when)], reply)?.because ?? null).toEqual(because);
  });

  it('takes the first rule that holds, also one that lets replies go', () => {
    const rules = [rule('off', {}), rule('leads', { roles: ['team_lead'] }, 0), rule('all', {}, 2)];
    const [off, ...others] = rules;
    const list = [{ ...rule('off', {}), ...off, enabled: false }, ...others];
    expect(neededApproval(list, { ...reply, role: 'team_lead' })).toBeNull();
    expect(neededApproval(list, reply)?.rule.id).toBe('all');
    expect(neededApproval([], reply)).toBeNull();
  });

  it('refuses rules that would wait for nobody', () => {
    const known = { teamIds: ['t'], agentIds: ['a'] };
    const by = (approvers: Partial<Approvers>): ApprovalRule => ({
      ...rule('x', {}),
      approvers: { ...nobody, ...approvers },
    });
    const check = (...rules: ApprovalRule[]) => {
      checkApprovalRules(rules, known);
    };
    expect(() => {
      check(by({ teamIds: ['t'], agentIds: ['a'] }));
    }).not.toThrow();
    for (const wrong of [
      by({}),
      by({ teamIds: ['gone'] }),
      by({ agentIds: ['gone'] }),
      { ...rule('x', {}), name: ' ' },
    ]) {
      expect(() => {
        check(wrong);
      }).toThrow('approval.invalid');
    }
    expect(() => {
      check(rule('x', {}), rule('x', {}));
    }).toThrow('approval.invalid');
  });
});

describe('who approves', () => {
  const person = (id: string, role: Role, ...teamIds: string[]): Colleague => ({ id, role, teamIds });
  const people = [person('ana', 'adviser', 't'), person('ben', 'adviser', 't'), person('lea', 'team_lead')];
  const question = { approvers: { ...nobody, teamIds: ['t'] }, authorId: 'ana', approvedBy: [], late: false };

  it.each([
    ['the team but the author', {}, [], ['ben']],
    ['the leads as well, when the time has run out', { late: true }, [], ['ben', 'lea']],
    ['the leads, where nobody is left', { approvedBy: ['ben'] }, [], ['lea']],
    ['the stand-in of who is away', {}, [{ agentId: 'ben', standInId: 'lea' }], ['lea']],
    ['never the author, who stands in', {}, [{ agentId: 'ben', standInId: 'ana' }], ['lea']],
  ])('is %s', (_name, change, away, expected) => {
    expect(whoApproves({ ...question, ...change }, { people, away })).toEqual(expected);
  });

  it('is never the author, nobody twice, and nobody who is not there, whatever is asked', () => {
    const pick = chance(7);
    const some = <T>(of: readonly T[]): T[] => of.filter(() => pick(2) === 0);
    for (let round = 0; round < 5000; round += 1) {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      const here = some(ids).map((id) => person(id, roles[pick(roles.length)] ?? 'adviser', ...some(['t', 'u'])));
      const away = some(ids).map((agentId) => ({ agentId, standInId: ids[pick(6)] ?? null }));
      const approvers = { roles: some(roles), teamIds: some(['t', 'u']), agentIds: some(ids) };
      const [authorId, approvedBy] = [ids[pick(5)] ?? 'a', some(ids)];
      const found = whoApproves({ approvers, authorId, approvedBy, late: pick(2) === 0 }, { people: here, away });
      expect(found).not.toContain(authorId);
      expect(found.filter((id) => approvedBy.includes(id))).toEqual([]);
      expect(found).toEqual([...new Set(found)].toSorted());
      const present = here.map(({ id }) => id).filter((id) => !away.some((one) => one.agentId === id));
      expect(found.filter((id) => !present.includes(id))).toEqual([]);
    }
  });
});

describe('approving', () => {
  const waiting = { state: 'pending', authorId: 'ana', needed: 1, approvedBy: [], held: false } as const;
  const by = (agentId: string, edits = false) => ({ agentId, mayAct: ['ben', 'lea', 'max'], edits });

  it('is refused to the author, to others, twice, and while the customer’s newer message is unread', () => {
    const all = { ...by('ana'), mayAct: ['ana'] };
    expect(() => approve(waiting, all)).toThrow('approval.not-yours');
    expect(() => approve(waiting, by('zoe'))).toThrow('approval.not-yours');
    expect(() => approve({ ...waiting, needed: 2, approvedBy: ['ben'] }, by('ben'))).toThrow('approval.not-yours');
    expect(() => approve({ ...waiting, held: true }, by('ben'))).toThrow('approval.held');
    expect(() => {
      mustDecide({ ...waiting, state: 'approved' }, by('ben'));
    }).toThrow('approval.state');
  });

  it('goes when as many as are needed approved these very words', () => {
    const pick = chance(11);
    for (let round = 0; round < 2000; round += 1) {
      const needed = 1 + pick(2);
      let approvedBy: readonly string[] = [];
      let goes = false;
      const sinceChange = new Set<string>();
      while (!goes) {
        const left = ['ben', 'lea', 'max'].filter((id) => !approvedBy.includes(id));
        const agentId = left[pick(left.length)] ?? 'ben';
        const edits = pick(3) === 0;
        if (edits) sinceChange.clear();
        sinceChange.add(agentId);
        ({ approvedBy, goes } = approve({ ...waiting, needed, approvedBy }, by(agentId, edits)));
        expect(goes).toBe(sinceChange.size >= needed);
      }
      expect(new Set(approvedBy)).toEqual(sinceChange);
    }
  });
});
