import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Offer } from '../../store/routing/offer.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import { PassOffer } from './pass-offer.js';

interface Asked {
  readonly offer: Offer;
  readonly ticket: Ticket;
}

/** Yes or no to what one is offered. A yes counts as long as nobody has noticed that the time is over. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly db: Database,
    private readonly give: GiveTicket,
    private readonly pass: PassOffer,
  ) {}

  accept(caller: Caller, offerId: string): Promise<TicketRow> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { offer, ticket } = await lockOffer(tx, caller, offerId);
      return this.give.inside(tx, ticket, { to: caller, how: 'accepted', actorId: caller.id, reason: offer.reason });
    });
  }

  /** It goes to the next one, and never again to them unasked. */
  decline(caller: Caller, offerId: string): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { offer, ticket } = await lockOffer(tx, caller, offerId);
      await this.pass.inside(tx, ticket, { offer, as: 'declined' });
    });
  }
}

async function lockOffer(tx: Work, caller: Caller, offerId: string): Promise<Asked> {
  const found = await tx.offers.find(offerId);
  // Somebody else's is answered like one that does not exist.
  if (found?.agentId !== caller.id) throw new Refusal('not-found', { what: 'offer' });
  const ticket = await tx.tickets.lock(found.ticketId);
  const offer = await tx.offers.find(offerId);
  if (!ticket || !offer) throw new Refusal('not-found', { what: 'offer' });
  if (offer.outcome !== null) throw new Refusal('offer.over', { outcome: offer.outcome });
  return { offer, ticket };
}
