import type { ApprovalConditions, ApprovalFacts, ApprovalReason, ApprovalRule } from './approval-rule.js';

export interface NeededApproval {
  readonly rule: ApprovalRule;
  readonly because: readonly ApprovalReason[];
}

/** Whether somebody else must read a reply before it goes: the first rule that holds decides. Null: it goes at once. */
export function neededApproval(rules: readonly ApprovalRule[], facts: ApprovalFacts): NeededApproval | null {
  const rule = rules.find(({ enabled, when }) => enabled && asked(when, facts).every(({ holds }) => holds));
  if (!rule || rule.needed === 0) return null;
  const because = asked(rule.when, facts).map(({ reason }) => reason);
  return { rule, because: because.length === 0 ? ['always'] : because };
}

interface Asked {
  readonly reason: ApprovalReason;
  readonly holds: boolean;
}

/** The conditions that are set, each with its answer. */
function asked(when: ApprovalConditions, facts: ApprovalFacts): Asked[] {
  return [
    ...among('role', when.roles, facts.role),
    ...is('in-training', when.inTraining, facts.inTraining),
    ...among('topic', when.topics, facts.topic),
    ...among('lane', when.lanes, facts.lane),
    ...among('network', when.networks, facts.network),
    ...among('space', when.spaces, facts.space),
    ...is('crisis', when.crisis, facts.crisis),
    ...is('vip', when.vip, facts.vip),
  ];
}

function among<T>(reason: ApprovalReason, allowed: readonly T[], value: T | null): Asked[] {
  return allowed.length === 0 ? [] : [{ reason, holds: value !== null && allowed.includes(value) }];
}

function is(reason: ApprovalReason, wanted: boolean | null, value: boolean): Asked[] {
  return typeof wanted === 'boolean' ? [{ reason, holds: value === wanted }] : [];
}
