import type { Lane, Role } from '../team/role.js';

/** All that are set must hold; an empty list, or null, asks nothing. */
export interface ApprovalConditions {
  /** Of whoever writes. */
  readonly roles: readonly Role[];
  /** They are still being trained. */
  readonly inTraining: boolean | null;
  readonly topics: readonly string[];
  readonly lanes: readonly Lane[];
  readonly networks: readonly string[];
  readonly spaces: readonly ('public' | 'private')[];
  /** The ticket bears the tag `crisis`. */
  readonly crisis: boolean | null;
  readonly vip: boolean | null;
}

/** Whoever is one of these may approve; never the author. */
export interface Approvers {
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly agentIds: readonly string[];
}

export interface ApprovalRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly when: ApprovalConditions;
  /** How many must approve; 0: such replies go at once, whatever comes further down. */
  readonly needed: 0 | 1 | 2;
  readonly approvers: Approvers;
}

/** A reply as the rules look at it. */
export interface ApprovalFacts {
  readonly role: Role;
  readonly inTraining: boolean;
  readonly topic: string | null;
  readonly lane: Lane;
  readonly network: string;
  readonly space: 'public' | 'private';
  readonly crisis: boolean;
  readonly vip: boolean;
}

export const approvalReasons = [
  'role',
  'in-training',
  'topic',
  'lane',
  'network',
  'space',
  'crisis',
  'vip',
  'always',
] as const;
/** What of a reply made it need somebody's approval. */
export type ApprovalReason = (typeof approvalReasons)[number];
