import { Injectable } from '@nestjs/common';
import { ours } from '../../domain/ticket/ticket-state.js';
import type { Climbed } from '../../domain/sla/ladder.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

/** Out of hands that have not answered long after the deadline, and back into the queue, for somebody else. */
@Injectable()
export class ReassignLate {
  constructor(private readonly ticket: ChangeTicket) {}

  /**
   * False when it stays where it is: nobody has it, an answer is under way, or somebody is writing one now; and when the one who
   * has it could not have kept the promise, because they got it, or it was made, after that.
   */
  async inside(tx: Work, ticket: Ticket, { clock, line }: Climbed): Promise<boolean> {
    const { id: ticketId, ownerId } = ticket;
    if (ownerId === null || !ours.includes(ticket.state)) return false;
    if (!(await tx.assignments.isLeftLying(ticketId, line.at))) return false;
    if (!(await tx.clocks.wasPromisedBy(clock.id, line.at))) return false;
    const owner = await tx.agents.find(ownerId);
    await tx.assignments.end(ticketId, 'escalated');
    const facts = { clock: clock.kind, from: owner?.name ?? '' };
    await tellLine(tx, { ticketId, agentId: null, code: 'escalated', facts });
    tx.wake('assign');
    await this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'sla-escalated', actorId: null });
    return true;
  }
}
