import { Injectable } from '@nestjs/common';
import type { EmbargoView } from '../../contract/index.js';
import type { Embargo } from '../../domain/expert/find-embargo.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** All that must not be said yet, at once. */
@Injectable()
export class SaveEmbargoes {
  constructor(private readonly db: Database) {}

  run(caller: Caller, embargoes: readonly Embargo[]): Promise<EmbargoView[]> {
    mustAllow(caller, 'embargoes.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.experts.saveEmbargoes(embargoes);
      return tx.experts.embargoes();
    });
  }
}
