import { Injectable } from '@nestjs/common';
import type { ModerationRules } from '../../contract/index.js';
import { Database } from '../../store/database.js';
import { moderationRules } from '../../store/message/moderation-rules.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Whether deletions need a second person from now on. What was asked for before is decided as it was asked. */
@Injectable()
export class SetFourEyes {
  constructor(private readonly db: Database) {}

  run(caller: Caller, on: boolean): Promise<ModerationRules> {
    mustAllow(caller, 'moderation.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.moderations.setFourEyes(on);
      return moderationRules(tx.sql, tx.workspaceId);
    });
  }
}
