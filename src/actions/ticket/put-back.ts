import { Injectable } from '@nestjs/common';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Bulk } from '../../store/ticket/bulk.store.js';
import { putRowBack, type StoredRow } from '../../store/ticket/stored-row.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { settleTicket } from './settle-ticket.js';
import { tellLine, tellTicket } from './tell.js';

/** What people decide of a ticket. The rest follows from its messages, which may have changed since. */
const decided = [
  'state',
  'outcome',
  'closed_at',
  'lane',
  'lane_rule',
  'team_id',
  'held',
  'owner_id',
  'topic',
  'topic_confidence',
  'topic_words',
  'topic_by',
  'priority',
  'priority_by',
  'snoozed_until',
  'wake_on_customer',
  'waiting_for',
];

/** Takes one act of many back, unless somebody has decided something else on the ticket since. */
@Injectable()
export class PutBack {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
  ) {}

  run(bulk: Bulk, { ticketId, caller }: { readonly ticketId: string; readonly caller: Caller }): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const item = await tx.bulks.lockItem(bulk.id, ticketId);
      if (item?.state !== 'done' || !item.before || !item.after) return;
      const ticket = await tx.tickets.lock(ticketId);
      const now = await tx.bulks.row(ticketId);
      if (!ticket || !now || !isSame(now, item.after)) {
        await tx.bulks.endItem(bulk.id, ticketId, { state: 'kept', because: 'changed' });
        return;
      }
      await this.restore(tx, ticket, { row: item.before, caller });
      await tx.bulks.endItem(bulk.id, ticketId, { state: 'undone' });
    });
  }

  private async restore(
    tx: Work,
    ticket: Ticket,
    by: { readonly row: StoredRow; readonly caller: Caller },
  ): Promise<void> {
    const { row, caller } = by;
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    const part = Object.fromEntries(decided.map((name) => [name, row[name]]));
    await putRowBack(tx.sql, 'ticket', { ...part, id: ticket.id, workspace_id: tx.workspaceId });
    const isOpenAgain = ticket.state === 'closed' && row['state'] !== 'closed';
    if (isOpenAgain) await tx.tickets.holdThreads(ticket.id, true);
    await this.handBack(tx, ticket, row['owner_id']);
    await tellLine(tx, { ticketId: ticket.id, agentId: caller.id, code: 'put-back', facts: {} });
    const fresh = await tx.tickets.find(ticket.id);
    if (!fresh) return;
    const settling = { rulesOf: this.networks.rulesOf, now: this.clock.now(), why: 'undone', actorId: caller.id };
    await settleTicket(tx, fresh, { cause: 'other', ...settling });
    await tellTicket(tx, ticket.id, { was, cause: 'put-back', actorId: caller.id });
  }

  private async handBack(tx: Work, ticket: Ticket, ownerId: unknown): Promise<void> {
    const owner = typeof ownerId === 'string' ? ownerId : null;
    if (owner === null) {
      await tx.assignments.end(ticket.id, 'put-back');
      tx.wake('assign');
    } else if (owner !== ticket.ownerId || ticket.state === 'closed') {
      await tx.assignments.give({ id: newId(), ticketId: ticket.id, agentId: owner, how: 'assigned', reason: {} });
    }
  }
}

function isSame(now: StoredRow, after: StoredRow): boolean {
  return decided.every((name) => JSON.stringify(now[name]) === JSON.stringify(after[name]));
}
