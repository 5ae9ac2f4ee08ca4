import { Injectable } from '@nestjs/common';
import type { DraftView } from '../../contract/index.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { lockOwnDraft } from './own-draft.js';
import { tellDraft } from './tell-draft.js';

/** Lets whoever sees the ticket read what is being written, as it is written; or no longer. */
@Injectable()
export class ShareDraft {
  constructor(private readonly db: Database) {}

  run(caller: Caller, { draftId, shared }: { draftId: string; shared: boolean }): Promise<DraftView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const was = await lockOwnDraft(tx, caller, draftId);
      await tx.drafts.share(draftId, shared);
      return tellDraft(tx, draftId, was);
    });
  }
}
