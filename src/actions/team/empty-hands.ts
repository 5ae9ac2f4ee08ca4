import { Injectable } from '@nestjs/common';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { PassOffer } from '../routing/pass-offer.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import { tellLine } from '../ticket/tell.js';

interface Emptying {
  readonly actorId: string | null;
  /** `gone`: they work here no more. */
  readonly because: 'gone' | 'absent';
  /** Who gets all of it; null for whoever the queue finds. */
  readonly to: { readonly id: string; readonly name: string } | null;
}

/** What somebody has in hand who is not there any more goes to others: it must not wait for them. */
@Injectable()
export class EmptyHands {
  constructor(
    private readonly ticket: ChangeTicket,
    private readonly give: GiveTicket,
    private readonly offers: PassOffer,
  ) {}

  async inside(tx: Work, agentId: string, by: Emptying): Promise<void> {
    await this.offers.all(tx, agentId);
    for (const ticketId of await tx.agents.openTickets(agentId)) {
      const ticket = await tx.tickets.lock(ticketId);
      if (ticket?.ownerId === agentId) await this.pass(tx, ticket, by);
    }
  }

  private async pass(tx: Work, ticket: Ticket, { actorId, because, to }: Emptying): Promise<void> {
    const { id: ticketId } = ticket;
    if (to) {
      const owner = ticket.ownerId === null ? null : await tx.agents.find(ticket.ownerId);
      const reason = { because: 'stand-in', for: owner?.name ?? '' };
      await this.give.inside(tx, ticket, { to, how: 'assigned', actorId, reason });
      return;
    }
    await tx.assignments.end(ticketId, because === 'gone' ? 'released' : because);
    await tellLine(tx, { ticketId, agentId: actorId, code: 'released', facts: because === 'gone' ? {} : { because } });
    await this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'released', actorId });
  }
}
