import { Injectable } from '@nestjs/common';
import { turnClocks } from '../../domain/sla/turn-clocks.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Jobs } from '../../store/jobs.js';
import { openTickets } from '../../store/sla/open-tickets.view.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellTicket } from '../ticket/tell.js';
import { armClocks } from './keep-clocks.js';
import { situationOf } from './situation-of.js';

const portion = 100;

/**
 * The clocks of open tickets, computed afresh after promises or calendars have changed. How far it has come stands with the
 * promises: a process that takes over goes on from there, and a newer change makes it end.
 */
@Injectable()
export class RecomputeClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  async run({ workspaceId, version }: Jobs['recompute-clocks']): Promise<void> {
    let more = true;
    while (more) more = await this.db.transaction(workspaceId, (tx) => this.portion(tx, version));
  }

  private async portion(tx: Work, version: number): Promise<boolean> {
    const progress = await tx.books.lockRecompute();
    if (progress?.version !== version) return false;
    const now = this.clock.now();
    const book = await tx.books.current();
    const lot = await openTickets(tx.sql, tx.workspaceId, { after: progress.after, limit: portion });
    for (const { ticket, facts, clocks } of lot) {
      const steps = turnClocks(clocks, situationOf(ticket, facts, { state: ticket.state, now }), { book, newId });
      if (steps.length > 0) await this.settle(tx, ticket.id, now);
      // The ladder may be another one, under the same deadline.
      else await armClocks(tx, clocks, book);
    }
    await tx.books.recomputed(lot.at(-1)?.ticket.id ?? null, lot.length);
    return lot.length > 0;
  }

  private async settle(tx: Work, ticketId: string, now: Date): Promise<void> {
    const ticket = await tx.tickets.lock(ticketId);
    if (!ticket) return;
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    const cause = 'promises-changed';
    await settleTicket(tx, ticket, { cause: 'other', why: cause, rulesOf: this.networks.rulesOf, now });
    await tellTicket(tx, ticketId, { was, cause, actorId: null });
  }
}
