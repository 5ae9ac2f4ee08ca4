import { Injectable } from '@nestjs/common';
import type { AskView } from '../../contract/index.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { changeAsk } from './change-ask.js';
import { openAskedOrCoached } from './open-ask.js';

/** It is no longer needed. */
@Injectable()
export class WithdrawAsk {
  constructor(private readonly db: Database) {}

  run(caller: Caller, askId: string): Promise<AskView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { ask } = await openAskedOrCoached(tx, caller, askId);
      await tx.askLinks.revoke(askId);
      return changeAsk(tx, ask, { to: 'withdrawn', line: { code: 'expert-withdrawn', agentId: caller.id } });
    });
  }
}
