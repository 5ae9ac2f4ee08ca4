import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { approve } from '../../domain/approval/approve.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { ChangeApproval } from './change-approval.js';
import { mayApprove, openApproval, waitingOf, type OpenApproval, type SeenReply } from './open-approval.js';
import { whenItGoes } from './when-it-goes.js';

interface Approving extends SeenReply {
  /** As the approver has changed it; null for as it is. Both are kept. */
  readonly text: string | null;
  /** What colleagues proposed for the same ticket goes on waiting. */
  readonly keepOthers: boolean;
  readonly undoSeconds: number;
}

/** Lets a reply go, as it is or changed. The others that were proposed for the ticket are closed. */
@Injectable()
export class ApproveReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly change: ChangeApproval,
  ) {}

  run(caller: Caller, ask: Approving): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openApproval(tx, caller, ask);
      const { approval, message } = opened;
      const text = ask.text ?? message.text;
      const mayAct = await mayApprove(tx, opened, approval.approvedBy);
      const by = { agentId: caller.id, mayAct, edits: text !== message.text };
      const { approvedBy, goes } = approve(waitingOf(opened), by);
      const kit = { rulesOf: this.networks.rulesOf, now: this.clock.now(), undoSeconds: ask.undoSeconds };
      const scheduledAt = await whenItGoes(tx, opened, { ...kit, text });
      const line = { code: 'approval-given', facts: { rule: approval.ruleName } } as const;
      if (!goes) {
        const approverIds = await mayApprove(tx, opened, approvedBy);
        const turn = { approval: { approvedBy, approverIds }, message: { text }, actorId: caller.id, line };
        return this.change.inside(tx, opened, turn);
      }
      if (!ask.keepOthers) await this.closeOthers(tx, caller, opened);
      const decided = { state: 'approved', approvedBy, approverIds: [], decidedBy: caller.id } as const;
      await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId }, scheduledAt ?? undefined);
      return this.change.inside(tx, opened, {
        approval: { ...decided, decidedAt: this.clock.now() },
        message: { text, state: 'queued', scheduledAt },
        actorId: caller.id,
        line,
      });
    });
  }

  private async closeOthers(tx: Work, caller: Caller, picked: OpenApproval): Promise<void> {
    const { ticket } = picked;
    for (const approval of await tx.approvals.pendingOf(ticket.id)) {
      const message = await tx.messages.lock(approval.messageId);
      if (!message || message.id === picked.message.id) continue;
      const author = message.agentId === null ? null : await tx.agents.find(message.agentId);
      await this.change.turn(
        tx,
        { approval, message, ticket },
        {
          approval: { state: 'not_picked', approverIds: [], decidedBy: caller.id, decidedAt: this.clock.now() },
          message: { state: 'draft' },
          actorId: caller.id,
          line: { code: 'approval-not-picked', facts: { of: author?.name ?? '' } },
        },
      );
    }
  }
}
