import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids.js';
import { offerOfTicket } from '../../store/routing/offer.view.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

interface Asking {
  readonly to: { readonly id: string; readonly name: string };
  readonly seconds: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

/** Asks somebody to accept a locked ticket. Until they have answered, or their time is over, nobody else is given it. */
@Injectable()
export class MakeOffer {
  constructor(private readonly ticket: ChangeTicket) {}

  async inside(tx: Work, ticket: Ticket, { to, seconds, reason }: Asking): Promise<void> {
    await tx.offers.add({ id: newId(), ticketId: ticket.id, agentId: to.id, seconds, reason });
    const facts = { to: to.name, seconds: String(seconds) };
    await tellLine(tx, { ticketId: ticket.id, agentId: null, code: 'offered', facts });
    await this.ticket.inside(tx, ticket, { change: { offeredTo: to.id }, cause: 'offered', actorId: null });
    await tx.tell({ type: 'offer.made', offer: await offerOfTicket(tx.sql, tx.workspaceId, ticket.id) });
  }
}
