import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { mustDecide } from '../../domain/approval/approve.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeApproval } from './change-approval.js';
import { mayApprove, openApproval, waitingOf, type SeenReply } from './open-approval.js';

/** The customer wrote meanwhile: the author, or somebody who may approve it, has looked, and the reply still holds. */
@Injectable()
export class ConfirmReply {
  constructor(
    private readonly db: Database,
    private readonly change: ChangeApproval,
  ) {}

  run(caller: Caller, seen: SeenReply): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openApproval(tx, caller, seen);
      const { state, approvedBy } = opened.approval;
      if (state !== 'pending') throw new Refusal('approval.state', { state });
      if (opened.message.agentId !== caller.id) {
        const mayAct = await mayApprove(tx, opened, approvedBy);
        mustDecide(waitingOf(opened), { agentId: caller.id, mayAct });
      }
      return this.change.inside(tx, opened, { approval: { heldSince: null }, actorId: caller.id });
    });
  }
}
