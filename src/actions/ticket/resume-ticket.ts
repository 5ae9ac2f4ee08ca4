import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { TicketState } from '../../domain/ticket/ticket-state.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

interface Resuming {
  readonly ticketId: string;
  readonly from: readonly TicketState[];
  readonly version?: number | undefined;
}

/** Back to work before its time: what was put off or waited is open again. */
@Injectable()
export class ResumeTicket {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, { ticketId, from, version }: Resuming): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.put-off', version });
      if (!from.includes(ticket.state)) throw new Refusal('ticket.transition', { from: ticket.state, to: 'open' });
      await tellLine(tx, { ticketId, agentId: caller.id, code: 'resumed', facts: {} });
      tx.wake('assign');
      return this.ticket.inside(tx, ticket, { change: { state: 'open' }, cause: 'resumed', actorId: caller.id });
    });
  }
}
