import { Injectable } from '@nestjs/common';
import type { ApprovalTrialView } from '../../contract/index.js';
import type { ApprovalRule } from '../../domain/approval/approval-rule.js';
import { neededApproval } from '../../domain/approval/needed-approval.js';
import { Clock } from '../../platform/clock.js';
import { repliesSince } from '../../store/approval/approval-rule.store.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

const days = 7;
const dayMs = 86_400_000;
const mostReplies = 20_000;
const mostExamples = 20;

/** What a list that is not saved yet would have asked of last week's replies, by what is known of them now. */
@Injectable()
export class TryApprovalRules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, rules: readonly ApprovalRule[]): Promise<ApprovalTrialView> {
    mustAllow(caller, 'approvals.manage');
    const since = new Date(this.clock.now().getTime() - days * dayMs);
    return this.db.read(async (sql) => {
      const replies = await repliesSince(sql, caller.workspaceId, { since, limit: mostReplies });
      const judged = replies.flatMap((reply) => {
        const rule = neededApproval(rules, reply)?.rule;
        return rule ? [{ reply, rule }] : [];
      });
      return {
        replies: replies.length,
        needed: judged.length,
        byRule: rules.map(({ id }) => ({ ruleId: id, replies: judged.filter(({ rule }) => rule.id === id).length })),
        examples: judged.slice(0, mostExamples).map(({ reply, rule }) => {
          const { ticketId, ticketNumber, author, preview } = reply;
          return { ticketId, ticketNumber, author, preview, rule: rule.name };
        }),
      };
    });
  }
}
