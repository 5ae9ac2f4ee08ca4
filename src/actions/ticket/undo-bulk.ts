import { Injectable } from '@nestjs/common';
import type { BulkView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { bulkView } from '../../store/ticket/bulk.view.js';
import type { Caller } from '../caller.js';

/** Takes the whole of it back, for as long as that is offered; only who did it may. */
@Injectable()
export class UndoBulk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: string): Promise<BulkView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const bulk = await tx.bulks.lock(id);
      if (bulk?.agentId !== caller.id) throw new Refusal('not-found', { what: 'bulk' });
      if (bulk.state === 'running') throw new Refusal('bulk.undo', { because: 'running' });
      if (bulk.state === 'done') {
        if (!bulk.undoUntil || bulk.undoUntil < this.clock.now()) throw new Refusal('bulk.undo', { because: 'late' });
        await tx.bulks.setState(id, 'undoing', bulk.undoUntil);
        await tx.enqueue('bulk', { workspaceId: tx.workspaceId, bulkId: id });
      }
      const view = await bulkView(tx.sql, tx.workspaceId, { id, agentId: caller.id });
      if (!view) throw new Refusal('not-found', { what: 'bulk' });
      return view;
    });
  }
}
