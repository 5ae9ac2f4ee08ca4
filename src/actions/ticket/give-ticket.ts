import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine, tellTicket } from './tell.js';

interface Gift {
  readonly to: { readonly id: string; readonly name: string };
  readonly how: 'taken' | 'assigned' | 'routed' | 'accepted';
  readonly actorId: string | null;
  readonly reason?: Readonly<Record<string, unknown>>;
  /** What else changes with it. */
  readonly change?: TicketChange;
}

const lines = { taken: 'taken', assigned: 'assigned', routed: 'assigned', accepted: 'offer-accepted' } as const;

/** Puts a locked ticket into somebody's hands: a part of taking, assigning, transferring and routing. */
@Injectable()
export class GiveTicket {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  async inside(tx: Work, ticket: Ticket, gift: Gift): Promise<TicketRow> {
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    if (ticket.ownerId !== gift.to.id) {
      const { how, reason = {} } = gift;
      await tx.assignments.give({ id: newId(), ticketId: ticket.id, agentId: gift.to.id, how, reason });
      const facts = { to: gift.to.name, ...('for' in reason ? { for: String(reason['for']) } : {}) };
      await tellLine(tx, { ticketId: ticket.id, agentId: gift.actorId, code: lines[how], facts });
    }
    // Somebody who takes or accepts a ticket has looked at it; one that was merely given to them has not been seen yet.
    const isSeen = gift.how === 'taken' || gift.how === 'accepted';
    const state = ticket.state === 'new' && isSeen ? 'open' : ticket.state;
    const change = { state, held: false, trayAt: null, ...gift.change, ownerId: gift.to.id };
    const by = { change, rulesOf: this.networks.rulesOf, now: this.clock.now() };
    await settleTicket(tx, ticket, { cause: 'other', ...by, why: gift.how, actorId: gift.actorId });
    return tellTicket(tx, ticket.id, { was, cause: gift.how, actorId: gift.actorId });
  }
}
