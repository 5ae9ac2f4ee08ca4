import { Injectable } from '@nestjs/common';
import type { ApprovalRulesView } from '../../contract/index.js';
import type { ApprovalRule } from '../../domain/approval/approval-rule.js';
import { checkApprovalRules } from '../../domain/approval/check-approval-rules.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { approvalRulesView } from '../../store/approval/approval-list.view.js';
import { approvalRulesOf, saveApprovalRules } from '../../store/approval/approval-rule.store.js';
import { Database } from '../../store/database.js';
import { teamsOf } from '../../store/routing/routing.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** The whole list in its order. It counts for replies that are written from now on; what waits already goes on waiting. */
@Injectable()
export class SaveApprovalRules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(
    caller: Caller,
    ask: { readonly revision: number; readonly rules: readonly ApprovalRule[] },
  ): Promise<ApprovalRulesView> {
    mustAllow(caller, 'approvals.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { revision } = await approvalRulesOf(tx.sql, tx.workspaceId);
      if (revision !== ask.revision) throw new Refusal('approval.rules-stale', { revision });
      const teamIds = (await teamsOf(tx.sql, tx.workspaceId)).map(({ id }) => id);
      const agentIds = (await tx.approvals.people()).map(({ id }) => id);
      checkApprovalRules(ask.rules, { teamIds, agentIds });
      const { rules } = ask;
      const saved = { revision: revision + 1, rules, agentId: caller.id, now: this.clock.now() };
      await saveApprovalRules(tx.sql, tx.workspaceId, saved);
      return approvalRulesView(tx.sql, tx.workspaceId);
    });
  }
}
