import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import { replayDeliveries } from '../../store/delivery/delivery.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

type Which = { readonly id: string } | { readonly state: 'dead' | 'set-aside' };

/** Puts shelved deliveries back into the queue: what made them fail has been mended, or their account connected. */
@Injectable()
export class ReplayDeliveries {
  constructor(private readonly db: Database) {}

  run(caller: Caller, which: Which): Promise<{ count: number }> {
    mustAllow(caller, 'deliveries.replay');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const count = await replayDeliveries(tx.sql, tx.workspaceId, which);
      if ('id' in which && count === 0) throw new Refusal('delivery.state', { state: 'not-shelved' });
      tx.wake('deliveries');
      return { count };
    });
  }
}
