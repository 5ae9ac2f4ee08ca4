import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { waitingApprovals, type ApprovalChange, type ApprovalDue } from '../../store/approval/approval.store.js';
import { approversNow } from '../../store/approval/needed-approval.view.js';
import { Database } from '../../store/database.js';
import type { Sql } from '../../store/sql.js';
import type { Work } from '../../store/work.js';
import { ChangeApproval, type Turn } from './change-approval.js';

const together = 200;

/**
 * Follows what waits for approval: when its time runs out the leads may act as well, when the hour for which it was planned
 * passes both sides are told, and whoever comes, goes or changes teams may approve or no longer. Nothing is ever sent here.
 */
@Injectable()
export class ChaseApprovals {
  private after: string | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly change: ChangeApproval,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const { after } = this;
    const found = await this.db.read(async (sql) => {
      const waiting = await waitingApprovals(sql, { after, only: null, limit: together });
      const turned: ApprovalDue[] = [];
      for (const one of waiting) if (await isDue(sql, one)) turned.push(one);
      return { waiting, turned };
    });
    for (const { workspaceId, messageId } of found.turned) {
      await this.db.transaction(workspaceId, (tx) => this.chase(tx, messageId));
    }
    const more = found.waiting.length === together;
    this.after = more ? (found.waiting.at(-1)?.messageId ?? null) : null;
    return { more };
  }

  /** Looked at again while it is held: somebody may have decided meanwhile. */
  private async chase(tx: Work, messageId: string): Promise<void> {
    const found = await tx.messages.find(messageId);
    if (!found) return;
    await tx.threads.lock(found.threadId);
    const ticket = await tx.tickets.lock(found.ticketId);
    const message = await tx.messages.lock(messageId);
    const approval = await tx.approvals.lock(messageId);
    const [due] = await waitingApprovals(tx.sql, { after: null, only: messageId, limit: 1 });
    if (!ticket || !message || !approval || !due) return;
    await this.change.inside(
      tx,
      { approval, message, ticket },
      {
        approval: { approverIds: await wanted(tx.sql, due), ...this.notes(due) },
        actorId: null,
        ...lineOf(due, approval.ruleName),
      },
    );
  }

  private notes(due: ApprovalDue): Pick<ApprovalChange, 'lateAt' | 'missedAt'> {
    const now = this.clock.now();
    return { ...(becomesLate(due) ? { lateAt: now } : {}), ...(becomesMissed(due) ? { missedAt: now } : {}) };
  }
}

const becomesLate = (due: ApprovalDue): boolean => due.isDue && !due.isLate;
const becomesMissed = (due: ApprovalDue): boolean => due.hasPassed && !due.isMissed;

function lineOf(due: ApprovalDue, rule: string): Pick<Turn, 'line'> {
  if (becomesLate(due)) return { line: { code: 'approval-late', facts: { rule } } };
  return becomesMissed(due) ? { line: { code: 'approval-missed-time', facts: { rule } } } : {};
}

async function isDue(sql: Sql, one: ApprovalDue): Promise<boolean> {
  if (becomesLate(one) || becomesMissed(one)) return true;
  return (await wanted(sql, one)).join() !== one.approverIds.join();
}

function wanted(sql: Sql, { lane, ownerId, isLate, isDue: isNowDue, ...one }: ApprovalDue): Promise<string[]> {
  return approversNow(sql, one.workspaceId, { ...one, late: isLate || isNowDue, ticket: { lane, ownerId } });
}
