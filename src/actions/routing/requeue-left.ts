import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import { leftBehind } from '../../store/routing/assignment.store.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

const together = 50;

/**
 * Tickets that were given to somebody who has gone away since, and who never opened them, go back to the queue (rules
 * 2.8). What they had taken themselves, or begun to answer, stays theirs.
 */
@Injectable()
export class RequeueLeft {
  constructor(
    private readonly db: Database,
    private readonly ticket: ChangeTicket,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const left = await this.db.read((sql) => leftBehind(sql, together));
    for (const { workspaceId, ticketId, agentId } of left) await this.requeue(workspaceId, { ticketId, agentId });
    return { more: left.length === together };
  }

  private requeue(workspaceId: number, left: { ticketId: string; agentId: string }): Promise<void> {
    return this.db.transaction(workspaceId, async (tx) => {
      const { ticketId, agentId } = left;
      const ticket = await tx.tickets.lock(ticketId);
      // They came back to it, or somebody else took it, while we looked.
      if (ticket?.ownerId !== agentId || ticket.state !== 'new') return;
      await tx.assignments.end(ticketId, 'left');
      await tellLine(tx, { ticketId, agentId: null, code: 'released', facts: { because: 'away' } });
      tx.wake('assign');
      await this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'owner-away', actorId: null });
    });
  }
}
