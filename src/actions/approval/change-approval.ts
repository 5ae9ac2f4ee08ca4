import { Injectable } from '@nestjs/common';
import type { HistoryCode, MessageView } from '../../contract/index.js';
import type { ApprovalChange } from '../../store/approval/approval.store.js';
import type { MessageChange } from '../../store/message/message.store.js';
import { messageView } from '../../store/message/message.view.js';
import type { Work } from '../../store/work.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine, tellMessage } from '../ticket/tell.js';
import type { OpenApproval } from './open-approval.js';

export interface Turn {
  readonly approval: ApprovalChange;
  readonly message?: MessageChange;
  readonly actorId: string | null;
  /** For the ticket's history; none for what is not worth a line. */
  readonly line?: { readonly code: HistoryCode; readonly facts?: Readonly<Record<string, string>> };
}

/** Turns what waits for approval, and tells everybody: the end of each act upon it. */
@Injectable()
export class ChangeApproval {
  constructor(private readonly ticket: ChangeTicket) {}

  async inside(tx: Work, opened: OpenApproval, turn: Turn): Promise<MessageView> {
    const { ticket } = opened;
    const { actorId } = turn;
    await this.turn(tx, opened, turn);
    await this.ticket.inside(tx, ticket, { change: {}, cause: 'approval', actorId });
    return messageView(tx.sql, tx.workspaceId, opened.message.id);
  }

  /** One of several of a ticket: the ticket itself is left to the last. */
  async turn(tx: Work, { approval, message, ticket }: OpenApproval, turn: Turn): Promise<void> {
    await tx.approvals.change(message.id, turn.approval);
    await tx.messages.change(message.id, turn.message ?? {});
    const { actorId: agentId, line } = turn;
    if (line) await tellLine(tx, { ticketId: ticket.id, agentId, code: line.code, facts: line.facts ?? {} });
    await tellMessage(tx, message.id, approval.approverIds);
  }
}
