import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { leftBehind, type Left } from '../../store/routing/leaving.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { tellDraft } from '../draft/tell-draft.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { tellLine } from '../ticket/tell.js';

const together = 50;

/**
 * When somebody has gone (rules 2.8), what they were given and never opened goes back to the queue. What they had begun to
 * answer, or owe an answer for, is laid before the leads with what was written: it is given to nobody unasked.
 */
@Injectable()
export class RequeueLeft {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const left = await this.db.read((sql) => leftBehind(sql, { ticketId: null, limit: together }));
    for (const { workspaceId, ticketId } of left) await this.leave(workspaceId, ticketId);
    return { more: left.length === together };
  }

  private leave(workspaceId: number, ticketId: string): Promise<void> {
    return this.db.transaction(workspaceId, async (tx) => {
      const ticket = await tx.tickets.lock(ticketId);
      // They came back to it, or somebody else took it, while we looked.
      const [left] = await leftBehind(tx.sql, { ticketId, limit: 1 });
      if (!ticket || !left) return;
      await tx.assignments.end(ticketId, 'left');
      if (left.begun) await this.layBefore(tx, ticket, left);
      else await this.requeue(tx, ticket);
    });
  }

  private async requeue(tx: Work, ticket: Ticket): Promise<void> {
    await tellLine(tx, { ticketId: ticket.id, agentId: null, code: 'released', facts: { because: 'away' } });
    tx.wake('assign');
    await this.ticket.inside(tx, ticket, { change: { ownerId: null }, cause: 'owner-away', actorId: null });
  }

  private async layBefore(tx: Work, ticket: Ticket, { agentName, draftIds }: Left): Promise<void> {
    const facts = { because: 'away', from: agentName, draft: draftIds.length > 0 ? 'yes' : '' };
    await tellLine(tx, { ticketId: ticket.id, agentId: null, code: 'tray', facts });
    const change = { ownerId: null, trayAt: this.clock.now(), held: true };
    await this.ticket.inside(tx, ticket, { change, cause: 'owner-away', actorId: null });
    // Whoever goes on with it must be able to read what was written.
    for (const id of draftIds) {
      const was = await tx.drafts.lock(id);
      if (!was || was.shared) continue;
      await tx.drafts.share(id, true);
      await tellDraft(tx, id, was);
    }
  }
}
