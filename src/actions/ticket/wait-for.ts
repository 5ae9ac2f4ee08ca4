import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { waitingState, type WaitedFor } from '../../domain/ticket/put-off.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from './change-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

interface Waiting {
  readonly ticketId: string;
  readonly who: WaitedFor;
  readonly version?: number | undefined;
}

/** The ball is with somebody else. What was promised to the customer goes on running. */
@Injectable()
export class WaitFor {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, { ticketId, who, version }: Waiting): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const ticket = await lockOpenTicket(tx, caller, { ticketId, act: 'ticket.put-off', version });
      const code = who === 'customer' ? 'waiting' : 'waiting-internal';
      await tellLine(tx, { ticketId, agentId: caller.id, code, facts: { for: who } });
      tx.wake('assign');
      const change = { state: waitingState(who), waitingFor: who } as const;
      return this.ticket.inside(tx, ticket, { change, cause: 'waiting', actorId: caller.id });
    });
  }
}
