import { Injectable } from '@nestjs/common';
import type { BulkAct } from '../../domain/ticket/bulk.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { AssignTicket } from './assign-ticket.js';
import { ClassifyTicket } from './classify-ticket.js';
import { CloseTicket } from './close-ticket.js';
import { TakeTicket } from './take-ticket.js';
import { TransferTicket } from './transfer-ticket.js';

/** One act of many, upon one ticket: by the same actions as when it is done by hand. */
@Injectable()
export class DoBulkAct {
  constructor(
    private readonly take: TakeTicket,
    private readonly assign: AssignTicket,
    private readonly transfer: TransferTicket,
    private readonly close: CloseTicket,
    private readonly classify: ClassifyTicket,
  ) {}

  async inside(tx: Work, caller: Caller, on: { readonly ticketId: string; readonly act: BulkAct }): Promise<void> {
    const { ticketId, act } = on;
    switch (act.act) {
      case 'take':
        await this.take.inside(tx, caller, { ticketId });
        return;
      case 'assign':
        await this.assign.inside(tx, caller, { ticketId, agentId: act.agentId });
        return;
      case 'transfer':
        await this.transfer.inside(tx, caller, { ticketId, lane: act.lane, agentId: null, note: act.note });
        return;
      case 'close':
        await this.close.inside(tx, caller, { ticketId, outcome: act.outcome, note: null });
        return;
      case 'priority':
        await this.classify.inside(tx, caller, { ticketId, priority: act.priority });
        return;
      case 'topic':
        await this.classify.inside(tx, caller, { ticketId, topic: act.topic });
        return;
    }
  }
}
