import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { mustDecide } from '../../domain/approval/approve.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { endWaiting } from '../message/end-waiting.js';
import { ChangeApproval } from './change-approval.js';
import { mayApprove, openApproval, waitingOf, type SeenReply } from './open-approval.js';

interface Declining extends SeenReply {
  readonly as: 'return' | 'reject';
  readonly advice: string;
}

/** Sends a reply back to its author with advice, to be written anew; or rejects it for good. */
@Injectable()
export class DeclineReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly change: ChangeApproval,
  ) {}

  run(caller: Caller, ask: Declining): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openApproval(tx, caller, ask);
      const mayAct = await mayApprove(tx, opened, opened.approval.approvedBy);
      mustDecide(waitingOf(opened), { agentId: caller.id, mayAct });
      const advice = ask.advice.trim();
      // Nobody learns from a bare no.
      if (advice === '') throw new Refusal('reply.empty', {});
      if (ask.as === 'reject') await endWaiting(tx, opened.message, 'discarded');
      const state = ask.as === 'reject' ? 'rejected' : 'returned';
      const decided = { advice, decidedBy: caller.id, decidedAt: this.clock.now() };
      return this.change.inside(tx, opened, {
        approval: { state, approverIds: [], approvedBy: [], heldSince: null, ...decided },
        message: { state: 'draft' },
        actorId: caller.id,
        line: { code: ask.as === 'reject' ? 'approval-rejected' : 'approval-returned' },
      });
    });
  }
}
