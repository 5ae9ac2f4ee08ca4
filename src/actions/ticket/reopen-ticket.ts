import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { GiveTicket } from './give-ticket.js';
import { lockTicket } from './lock-ticket.js';
import { tellLine } from './tell.js';

/** A closed ticket comes back, into the hands of the one who wants it back. */
@Injectable()
export class ReopenTicket {
  constructor(
    private readonly db: Database,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller, ticketId: string, version?: number): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const ticket = await lockTicket(tx, caller, { ticketId, act: 'ticket.close', version });
      if (ticket.state !== 'closed') throw new Refusal('ticket.transition', { from: ticket.state, to: 'open' });
      // It lives on in another one; to have it back, the merge is undone.
      if (ticket.survivorId !== null) throw new Refusal('regroup.refused', { because: 'moved-on' });
      await tx.tickets.holdThreads(ticketId, true);
      await tellLine(tx, { ticketId, agentId: caller.id, code: 'reopened', facts: {} });
      const change = { state: 'open', outcome: null, closedAt: null } as const;
      // Nobody has a closed ticket in hand, whoever had it when it was closed.
      const free = { ...ticket, ownerId: null };
      return this.give.inside(tx, free, { to: caller, how: 'taken', actorId: caller.id, change });
    });
  }
}
