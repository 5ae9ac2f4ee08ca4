import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from './settle-ticket.js';
import { tellTicket } from './tell.js';

/** Changes a locked ticket and tells everybody: the end of each act upon it. */
@Injectable()
export class ChangeTicket {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  async inside(
    tx: Work,
    ticket: Ticket,
    by: { readonly change: TicketChange; readonly cause: string; readonly actorId: string | null },
  ): Promise<TicketRow> {
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    const now = this.clock.now();
    await settleTicket(tx, ticket, {
      cause: 'other',
      change: by.change,
      rulesOf: this.networks.rulesOf,
      now,
      why: by.cause,
      actorId: by.actorId,
    });
    return tellTicket(tx, ticket.id, { was, cause: by.cause, actorId: by.actorId });
  }
}
