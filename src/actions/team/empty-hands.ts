import { Injectable } from '@nestjs/common';
import type { Work } from '../../store/work.js';
import { PassOffer } from '../routing/pass-offer.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

/** What somebody has in hand who works here no more goes back into the queue: it must not wait for them. */
@Injectable()
export class EmptyHands {
  constructor(
    private readonly ticket: ChangeTicket,
    private readonly offers: PassOffer,
  ) {}

  async inside(tx: Work, agentId: string, actorId: string): Promise<void> {
    await this.offers.all(tx, agentId);
    for (const ticketId of await tx.agents.openTickets(agentId)) {
      const ticket = await tx.tickets.lock(ticketId);
      if (ticket?.ownerId !== agentId) continue;
      await tx.assignments.end(ticketId, 'released');
      await tellLine(tx, { ticketId, agentId: actorId, code: 'released', facts: {} });
      await this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'released', actorId });
    }
  }
}
