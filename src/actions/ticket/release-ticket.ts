import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { may } from '../../domain/team/policy.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

/** Back into the queue, for somebody else: it is not given again to the one who gave it back. */
@Injectable()
export class ReleaseTicket {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, ticketId: string, version?: number): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.take', version });
      const isOwn = ticket.ownerId === null || ticket.ownerId === caller.id;
      if (!isOwn && !may(caller, 'ticket.assign', ticket).ok) {
        throw new Refusal('not-allowed', { act: 'ticket.assign', because: 'role' });
      }
      await tx.assignments.end(ticketId, 'released');
      await tellLine(tx, { ticketId, agentId: caller.id, code: 'released', facts: {} });
      tx.wake('assign');
      return this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'released', actorId: caller.id });
    });
  }
}
