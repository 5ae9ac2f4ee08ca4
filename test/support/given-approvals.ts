import type { ApprovalRule } from '../../src/contract/index.js';
import { newId } from '../../src/platform/ids.js';
import type { Person, TestRelais } from './relais.js';

const anyReply: ApprovalRule['when'] = {
  ...{ roles: [], inTraining: null, topics: [], lanes: [], networks: [], spaces: [], crisis: null, vip: null },
};

interface GivenRule {
  readonly when?: Partial<ApprovalRule['when']>;
  readonly approvers: Partial<ApprovalRule['approvers']>;
  readonly needed?: 0 | 1 | 2;
  readonly name?: string;
}

export function approvalRule({ when = {}, approvers, needed = 1, name = 'Newcomers' }: GivenRule): ApprovalRule {
  return {
    ...{ id: newId(), name, enabled: true, needed, when: { ...anyReply, ...when } },
    approvers: { roles: [], teamIds: [], agentIds: [], ...approvers },
  };
}

/** Which replies need approval from now on, as a lead saves it. */
export async function givenApprovals(relais: TestRelais, lead: Person, ...rules: GivenRule[]): Promise<void> {
  const { body } = await relais.as(lead).get('/api/approval-rules');
  const all = rules.map((rule) => approvalRule(rule));
  const saved = await relais.as(lead).call('PUT', '/api/approval-rules', { revision: body.revision, rules: all });
  if (saved.status !== 200) throw new Error(`the rules were answered ${String(saved.status)}`);
}
