import { Injectable } from '@nestjs/common';
import type { BulkPreview, BulkView } from '../../contract/index.js';
import { bulkSkip, type BulkAct, type SkipReason } from '../../domain/ticket/bulk.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Sql } from '../../store/sql.js';
import { bulkView } from '../../store/ticket/bulk.view.js';
import { ticketIds, type ListQuery } from '../../store/ticket/ticket-list.view.js';
import { TicketStore } from '../../store/ticket/ticket.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Which tickets: those that are named, or all that a list shows now. */
export type BulkWhich =
  { readonly ids: readonly string[] } | { readonly list: Omit<ListQuery, 'after' | 'limit' | 'now' | 'order'> };

interface Asked {
  readonly act: BulkAct;
  readonly which: BulkWhich;
}

/** What one request may touch. */
const most = 10_000;

/** The same act upon many tickets: looked at first, then carried out by a job. */
@Injectable()
export class BulkTickets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What would happen. The tickets are judged again when their turn comes. */
  preview(caller: Caller, { act, which }: Asked): Promise<BulkPreview> {
    mustAllow(caller, 'tickets.bulk');
    return this.db.read(async (sql) => {
      const ids = await this.idsOf(sql, caller, which);
      const known = await new TicketStore(sql, caller.workspaceId).many(ids);
      const reasons = known.map((ticket) => bulkSkip(caller, act, ticket));
      const unknown = ids.slice(known.length).map((): SkipReason => 'not-found');
      const skipped = [...reasons, ...unknown].flatMap((reason) => reason ?? []);
      return { total: ids.length, will: ids.length - skipped.length, skipped: counted(skipped) };
    });
  }

  start(caller: Caller, { act, which, clientId }: Asked & { readonly clientId: string }): Promise<BulkView> {
    mustAllow(caller, 'tickets.bulk');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const named = await this.idsOf(tx.sql, caller, which);
      // What does not exist cannot be changed, nor pointed at.
      const known = new Set((await tx.tickets.many(named)).map(({ id }) => id));
      const wish = { id: newId(), agentId: caller.id, clientId, ask: act, at: this.clock.now() };
      const added = await tx.bulks.add(
        wish,
        named.filter((one) => known.has(one)),
      );
      if (!added) throw new Refusal('reply.other-body', {});
      const { id, isNew } = added;
      if (isNew) await tx.enqueue('bulk', { workspaceId: tx.workspaceId, bulkId: id });
      const view = await bulkView(tx.sql, tx.workspaceId, { id, agentId: caller.id });
      if (!view) throw new Refusal('not-found', { what: 'bulk' });
      return view;
    });
  }

  private idsOf(sql: Sql, caller: Caller, which: BulkWhich): Promise<string[]> {
    if ('ids' in which) return Promise.resolve([...new Set(which.ids)]);
    return ticketIds(sql, caller, { ...which.list, limit: most, now: this.clock.now() });
  }
}

function counted(reasons: readonly SkipReason[]): BulkPreview['skipped'] {
  const counts = new Map<SkipReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([because, count]) => ({ because, count })).sort((a, b) => (a.because < b.because ? -1 : 1));
}
