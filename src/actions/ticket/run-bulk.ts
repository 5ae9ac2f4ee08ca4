import { Injectable } from '@nestjs/common';
import { isRefusal } from '../../domain/refusal.js';
import { bulkSkip, type SkipReason } from '../../domain/ticket/bulk.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Bulk } from '../../store/ticket/bulk.store.js';
import type { Caller } from '../caller.js';
import { DoBulkAct } from './do-bulk-act.js';
import { PutBack } from './put-back.js';

const portion = 50;
/** How long the whole of it can be undone once it is done. */
const undoMs = 60_000;

interface Place {
  readonly workspaceId: number;
  readonly bulkId: string;
}

/**
 * Carries an act out upon many tickets, one transaction for each; or takes it back. A job that died goes on where it
 * was: what is done stands in the rows, and each row is held while its ticket is changed.
 */
@Injectable()
export class RunBulk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly act: DoBulkAct,
    private readonly back: PutBack,
  ) {}

  async run(place: Place): Promise<void> {
    const found = await this.db.transaction(place.workspaceId, async (tx) => {
      const bulk = await tx.bulks.find(place.bulkId);
      const agent = bulk ? await tx.agents.find(bulk.agentId) : null;
      if (!bulk || !agent) return null;
      const { id, name, role } = agent;
      const isGone = agent.disabledAt !== null;
      return { bulk, isGone, caller: { workspaceId: place.workspaceId, id, name, role, sessionId: '' } };
    });
    if (!found) return;
    const { bulk, caller, isGone } = found;
    if (bulk.state === 'running') {
      await this.each(place, 'waiting', (ticketId) => this.doOne(bulk, { ticketId, caller, isGone }));
    }
    if (bulk.state === 'undoing')
      await this.each(place, 'done', (ticketId) => this.back.run(bulk, { ticketId, caller }));
    await this.end(place);
  }

  private async each(
    place: Place,
    state: 'waiting' | 'done',
    work: (ticketId: string) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const ids = await this.db.transaction(place.workspaceId, (tx) => tx.bulks.next(place.bulkId, state, portion));
      if (ids.length === 0) return;
      for (const id of ids) await work(id);
    }
  }

  private end({ workspaceId, bulkId }: Place): Promise<void> {
    return this.db.transaction(workspaceId, async (tx) => {
      const bulk = await tx.bulks.lock(bulkId);
      if (bulk?.state === 'running') {
        await tx.bulks.setState(bulkId, 'done', new Date(this.clock.now().getTime() + undoMs));
      }
      if (bulk?.state === 'undoing') await tx.bulks.setState(bulkId, 'undone', null);
    });
  }

  private async doOne(
    bulk: Bulk,
    on: { readonly ticketId: string; readonly caller: Caller; readonly isGone: boolean },
  ): Promise<void> {
    const { ticketId, caller } = on;
    try {
      const because = on.isGone ? 'not-allowed' : await this.actOn(bulk, on);
      if (because) await this.skip(bulk, on, because);
    } catch (error) {
      // Whatever goes wrong with one ticket is told of that one; the others go on.
      const because = isRefusal(error) && error.code === 'not-allowed' ? 'not-allowed' : 'failed';
      await this.skip(bulk, { ticketId, caller }, because);
    }
  }

  private actOn(bulk: Bulk, { ticketId, caller }: { ticketId: string; caller: Caller }): Promise<SkipReason | null> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const item = await tx.bulks.lockItem(bulk.id, ticketId);
      if (item?.state !== 'waiting') return null;
      const ticket = await tx.tickets.lock(ticketId);
      const because = ticket ? bulkSkip(caller, bulk.ask, ticket) : 'not-found';
      if (because) return because;
      const before = await tx.bulks.row(ticketId);
      await this.act.inside(tx, caller, { ticketId, act: bulk.ask });
      await tx.bulks.endItem(bulk.id, ticketId, { state: 'done', before, after: await tx.bulks.row(ticketId) });
      return null;
    });
  }

  private skip(bulk: Bulk, on: { ticketId: string; caller: Caller }, because: SkipReason): Promise<void> {
    return this.db.transaction(on.caller.workspaceId, (tx) =>
      tx.bulks.endItem(bulk.id, on.ticketId, { state: 'skipped', because }),
    );
  }
}
