import { Injectable } from '@nestjs/common';
import type { AskView } from '../../contract/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { askClockNow } from '../../store/expert/ask-clock.view.js';
import type { Caller } from '../caller.js';
import { changeAsk } from './change-ask.js';
import { askedAfresh, chooseExpert } from './choose-expert.js';
import { openAskedOrCoached } from './open-ask.js';

/** Nobody answered, or it was not for them: the same question to somebody else. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, { askId, expertId }: { askId: string; expertId: string | null }): Promise<AskView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { ask } = await openAskedOrCoached(tx, caller, askId);
      const now = this.clock.now();
      const expert = await chooseExpert(tx, { ...ask, expertId, now });
      await tx.askLinks.revoke(askId);
      return changeAsk(tx, ask, {
        to: 'asked',
        change: askedAfresh(expert, await askClockNow(tx.sql, tx.workspaceId, { ticketId: ask.ticketId, now })),
        line: { code: 'expert-asked', agentId: caller.id, facts: { to: expert.name } },
      });
    });
  }
}
