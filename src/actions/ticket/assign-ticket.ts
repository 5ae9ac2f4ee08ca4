import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { GiveTicket } from './give-ticket.js';
import { lockOpenTicket } from './lock-ticket.js';
import { receiver } from './receiver.js';

interface Assigning {
  readonly ticketId: string;
  readonly agentId: string;
  readonly version?: number | undefined;
}

/** Into somebody else's hands. */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly db: Database,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller, ask: Assigning): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller, ask));
  }

  async inside(tx: Work, caller: Caller, ask: Assigning): Promise<TicketRow> {
    const ticket = await lockOpenTicket(tx, caller, { ...ask, act: 'ticket.assign' });
    const { to, reason } = await receiver(tx, ask.agentId);
    return this.give.inside(tx, ticket, { to, how: 'assigned', actorId: caller.id, reason });
  }
}
