import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { snoozedUntil } from '../../store/ticket/ticket.store.js';
import { ChangeTicket } from './change-ticket.js';
import { tellLine } from './tell.js';

const together = 100;

/**
 * Brings back what was put off until now. The date stands in the ticket's own row and is looked at again under its lock:
 * however many processes look, and whatever was changed meanwhile, it comes back once or not at all.
 */
@Injectable()
export class WakeTickets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.read((sql) => snoozedUntil(sql, this.clock.now(), together));
    for (const one of due) await this.wake(one);
    return { more: due.length === together };
  }

  private wake({ workspaceId, id }: { readonly workspaceId: number; readonly id: string }): Promise<void> {
    return this.db.transaction(workspaceId, async (tx) => {
      const ticket = await tx.tickets.lock(id);
      if (ticket?.state !== 'snoozed' || !ticket.snoozedUntil || ticket.snoozedUntil > this.clock.now()) return;
      await tellLine(tx, { ticketId: id, agentId: null, code: 'woken', facts: {} });
      tx.wake('assign');
      await this.ticket.inside(tx, ticket, { change: { state: 'open' }, cause: 'woken', actorId: null });
    });
  }
}
