import { ApproveReply } from './approve-reply.js';
import { ChangeApproval } from './change-approval.js';
import { ChaseApprovals } from './chase-approvals.js';
import { ConfirmReply } from './confirm-reply.js';
import { DeclineReply } from './decline-reply.js';
import { ReworkReply } from './rework-reply.js';
import { SaveApprovalRules } from './save-approval-rules.js';
import { TakeBackApproval } from './take-back-approval.js';
import { TryApprovalRules } from './try-approval-rules.js';

/** Replies that somebody else reads before they go. */
export const approvalActions = [
  ApproveReply,
  ChangeApproval,
  ChaseApprovals,
  ConfirmReply,
  DeclineReply,
  ReworkReply,
  SaveApprovalRules,
  TakeBackApproval,
  TryApprovalRules,
];
