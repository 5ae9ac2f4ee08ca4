import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { lockOwnDraft } from './own-draft.js';
import { tellDraft, tellDrafters } from './tell-draft.js';

/** Does away with a draft. It can be had back for as long as it is remembered. */
@Injectable()
export class EraseDraft {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: string): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const draft = await lockOwnDraft(tx, caller, id);
      if (draft.ended !== null) return;
      await tx.drafts.end(id, 'erased', this.clock.now());
      await tellDrafters(tx, draft.ticketId, caller.id);
      await tellDraft(tx, id);
    });
  }
}
