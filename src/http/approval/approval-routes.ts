import { ApprovalController, ApprovalCourseController } from './approval.controller.js';
import { ApprovalRulesController } from './approval-rules.controller.js';

/** Replies that somebody else reads before they go. */
export const approvalRoutes = [ApprovalController, ApprovalCourseController, ApprovalRulesController];
