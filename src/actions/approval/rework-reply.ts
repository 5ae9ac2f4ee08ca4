import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeApproval } from './change-approval.js';
import { mayApprove, openApproval, type SeenReply } from './open-approval.js';
import { whenItGoes } from './when-it-goes.js';

/** The author writes a reply anew that waits, came back or was not picked, and submits it again. */
@Injectable()
export class ReworkReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly change: ChangeApproval,
  ) {}

  run(caller: Caller, ask: SeenReply & { readonly text: string }): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openApproval(tx, caller, ask);
      const { approval, message } = opened;
      const { state } = approval;
      if (message.agentId !== caller.id) throw new Refusal('approval.not-yours', { because: 'not-author' });
      if (state !== 'pending' && state !== 'returned' && state !== 'not_picked') {
        throw new Refusal('approval.state', { state });
      }
      const now = this.clock.now();
      const { text } = ask;
      await whenItGoes(tx, opened, { text, undoSeconds: 0, rulesOf: this.networks.rulesOf, now });
      // While it waits its time goes on: writing it anew does not give the approvers more of it.
      const anew = state === 'pending' ? {} : { submittedAt: now, lateAt: null };
      const isLate = state === 'pending' && approval.lateAt !== null;
      const fresh = { ...opened, approval: { ...approval, lateAt: isLate ? approval.lateAt : null } };
      const approverIds = await mayApprove(tx, fresh, []);
      // Whose advice it follows is still told.
      const read = { approvedBy: [], heldSince: null, decidedAt: null };
      return this.change.inside(tx, opened, {
        approval: { state: 'pending', submittedText: text, approverIds, ...read, ...anew },
        message: { text, state: 'approval' },
        actorId: caller.id,
        line: { code: 'approval-asked', facts: { rule: approval.ruleName } },
      });
    });
  }
}
