import { Injectable } from '@nestjs/common';
import type { AskView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { askClockNow } from '../../store/expert/ask-clock.view.js';
import { askView } from '../../store/expert/ask.view.js';
import type { Caller } from '../caller.js';
import { changeAsk, mustBecome } from './change-ask.js';
import { mustCoach, openAsk } from './open-ask.js';
import { PublishAnswer } from './publish-answer.js';
import { expertOf } from './submit-draft.js';

export type Review =
  | {
      readonly as: 'approve';
      /** As the coach has changed it; null for as it is. Both are kept. */
      readonly text: string | null;
      readonly seenMessageId: string | null;
      readonly anyway: boolean;
    }
  | { readonly as: 'return'; readonly advice: string };

/** The coach reads before the customer does: lets it go, changed or not, or sends it back with advice. */
@Injectable()
export class ReviewAsk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly publish: PublishAnswer,
  ) {}

  run(caller: Caller, askId: string, review: Review): Promise<AskView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const opened = await openAsk(tx, askId);
      mustCoach(caller, opened);
      const { ask } = opened;
      // Nobody is their own coach.
      if (ask.expertId === caller.id) throw new Refusal('not-allowed', { act: 'asks.coach', because: 'own' });
      if (ask.state !== 'in_review') throw new Refusal('ask.state', { state: ask.state });
      if (review.as === 'approve') {
        mustBecome(ask, 'approved');
        const answer = { ...review, text: review.text ?? ask.draft ?? '', expert: await expertOf(tx, ask.expertId) };
        await this.publish.inside(tx, opened, { answer, keeper: caller, reviewerId: caller.id });
        return askView(tx.sql, tx.workspaceId, askId);
      }
      const advice = review.advice.trim();
      if (advice === '') throw new Refusal('reply.empty', {});
      const change = { advice, returned: true, reviewerId: caller.id, warnedAt: null };
      const line = { code: 'expert-returned', agentId: caller.id } as const;
      const asked = { ticketId: ask.ticketId, now: this.clock.now() };
      const clock = await askClockNow(tx.sql, tx.workspaceId, asked);
      return changeAsk(tx, ask, { to: 'returned', change: { ...change, ...clock }, line });
    });
  }
}
