import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeApproval } from './change-approval.js';
import { mayApprove, openApproval, type SeenReply } from './open-approval.js';

/** Nobody has as long to take something back: what goes later was planned for that hour. */
const longestUndoMs = 60_000;

/** Whoever let a reply go takes that back before it went: it waits again. */
@Injectable()
export class TakeBackApproval {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly change: ChangeApproval,
  ) {}

  run(caller: Caller, seen: SeenReply): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openApproval(tx, caller, seen);
      const { approval, message } = opened;
      if (!approval.approvedBy.includes(caller.id)) {
        throw new Refusal('approval.not-yours', { because: 'not-approver' });
      }
      if (approval.state !== 'approved' || message.state !== 'queued') {
        throw new Refusal('message.state', { state: message.state });
      }
      const { scheduledAt } = message;
      const wasPlanned = scheduledAt !== null && scheduledAt.getTime() - this.clock.now().getTime() > longestUndoMs;
      const approvedBy = approval.approvedBy.filter((id) => id !== caller.id);
      const approverIds = await mayApprove(tx, opened, approvedBy);
      return this.change.inside(tx, opened, {
        approval: { state: 'pending', approvedBy, approverIds, decidedBy: null, decidedAt: null },
        message: { state: 'approval', scheduledAt: wasPlanned ? scheduledAt : null, nextTryAt: null },
        actorId: caller.id,
      });
    });
  }
}
