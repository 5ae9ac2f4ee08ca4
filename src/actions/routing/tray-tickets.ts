import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Work } from '../../store/work.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

const together = 50;

/** Tickets that should have been given to somebody by now are put before the leads (rules 2.5). */
@Injectable()
export class TrayTickets {
  constructor(
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  async inside(tx: Work): Promise<void> {
    const now = this.clock.now();
    for (const ticketId of await tx.assignments.overdue(now, together)) {
      const ticket = await tx.tickets.lock(ticketId);
      if (!ticket) continue;
      await tellLine(tx, { ticketId, agentId: null, code: 'tray', facts: {} });
      await this.ticket.inside(tx, ticket, { change: { trayAt: now }, cause: 'tray', actorId: null });
    }
  }
}
