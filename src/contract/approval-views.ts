import type { ApprovalReason, ApprovalRule } from '../domain/approval/approval-rule.js';
import type { ApprovalState } from '../domain/approval/approval-state.js';
import type { AgentRef, Instant } from './refs.js';

/** What is shown of a reply that somebody else reads before it goes. */
export interface ApprovalView {
  state: ApprovalState;
  /** The rule that asked for it, and what of the reply it was for. */
  rule: string;
  because: ApprovalReason[];
  /** How many must approve it. */
  needed: number;
  approvedBy: AgentRef[];
  /** Who may approve it now, leaving out those who have. */
  approvers: AgentRef[];
  submittedAt: Instant;
  /** As its author wrote it; what an approver made of it is the text of the message. */
  submittedText: string;
  /** The customer has written since then, and nobody has said that the reply still holds. */
  heldSince: Instant | null;
  /** When the time to approve it ran out. */
  lateAt: Instant | null;
  /** When it is to go, once it is approved; null: at once. */
  plannedAt: Instant | null;
  /** That hour has passed: it goes as soon as it is approved. */
  missed: boolean;
  /** The public line that goes after it. */
  line: string | null;
  advice: string | null;
  decidedBy: AgentRef | null;
  decidedAt: Instant | null;
}

/** What a reply would need, told before it is written. */
export interface NeededApprovalView {
  rule: string;
  because: ApprovalReason[];
  needed: number;
  approvers: AgentRef[];
}

export interface NeededApprovals {
  /** Null: it goes at once. */
  needed: NeededApprovalView | null;
}

export interface ApprovalRulesView {
  revision: number;
  rules: ApprovalRule[];
  savedBy: AgentRef | null;
  savedAt: Instant | null;
}

/** What a list of rules would have asked of the replies of the last days. */
export interface ApprovalTrialView {
  replies: number;
  needed: number;
  byRule: { ruleId: string; replies: number }[];
  /** Some of those that would have needed it, newest first. */
  examples: { ticketId: string; ticketNumber: number; author: string; preview: string; rule: string }[];
}
