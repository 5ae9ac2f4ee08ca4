import { Injectable } from '@nestjs/common';
import type { Availability } from '../../domain/team/role.js';
import { Database } from '../../store/database.js';
import { PassOffer } from '../routing/pass-offer.js';
import type { Caller } from '../caller.js';

interface OwnChange {
  readonly locale?: 'fr' | 'en' | undefined;
  readonly availability?: Availability | undefined;
}

/** What agents say of themselves: their language, and whether they take tickets now. */
@Injectable()
export class ChangeMe {
  constructor(
    private readonly db: Database,
    private readonly offers: PassOffer,
  ) {}

  async run(caller: Caller, change: OwnChange): Promise<void> {
    await this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.agents.change(caller.id, change);
      if (change.availability === undefined) return;
      if (change.availability !== 'available') await this.offers.all(tx, caller.id);
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
    });
  }
}
