import { Refusal } from '../refusal.js';
import type { ApprovalRule } from './approval-rule.js';

/** Refuses a list in which somebody would be waited for whom there is not. */
export function checkApprovalRules(
  rules: readonly ApprovalRule[],
  known: { readonly teamIds: readonly string[]; readonly agentIds: readonly string[] },
): void {
  const ids = new Set<string>();
  for (const rule of rules) {
    const why = ids.has(rule.id) ? 'twice' : faultOf(rule, known);
    if (why !== null) throw new Refusal('approval.invalid', { name: rule.name, why });
    ids.add(rule.id);
  }
}

type Fault = 'twice' | 'name' | 'nobody' | 'team' | 'agent';

function faultOf(
  { name, needed, approvers }: ApprovalRule,
  known: { readonly teamIds: readonly string[]; readonly agentIds: readonly string[] },
): Fault | null {
  const { roles, teamIds, agentIds } = approvers;
  if (name.trim() === '') return 'name';
  if (!teamIds.every((id) => known.teamIds.includes(id))) return 'team';
  if (!agentIds.every((id) => known.agentIds.includes(id))) return 'agent';
  return needed > 0 && roles.length + teamIds.length + agentIds.length === 0 ? 'nobody' : null;
}
