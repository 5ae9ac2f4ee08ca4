import { Injectable } from '@nestjs/common';
import type { OfferOutcome } from '../../domain/routing/offer.js';
import type { Offer } from '../../store/routing/offer.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';
import { endOffer } from './end-offer.js';

interface Passing {
  readonly offer: Offer;
  readonly as: Exclude<OfferOutcome, 'accepted'>;
}

/** Away from whoever is offered a locked ticket, and on to the next one. */
@Injectable()
export class PassOffer {
  constructor(private readonly ticket: ChangeTicket) {}

  async inside(tx: Work, ticket: Ticket, { offer, as }: Passing): Promise<void> {
    await endOffer(tx, ticket.id, as);
    const agentId = as === 'declined' ? offer.agentId : null;
    await tellLine(tx, { ticketId: ticket.id, agentId, code: `offer-${as}`, facts: { to: offer.agentName } });
    tx.wake('assign');
    await this.ticket.inside(tx, ticket, { change: { offeredTo: null }, cause: `offer-${as}`, actorId: agentId });
  }

  /** Everything that somebody is offered who cannot take it any more. */
  async all(tx: Work, agentId: string): Promise<void> {
    for (const { id, ticketId } of await tx.offers.openOf(agentId)) {
      const ticket = await tx.tickets.lock(ticketId);
      const offer = await tx.offers.find(id);
      if (ticket && offer?.outcome === null) await this.inside(tx, ticket, { offer, as: 'withdrawn' });
    }
  }
}
