import { Injectable } from '@nestjs/common';
import { needsCoach } from '../../domain/expert/expert.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Expert } from '../../store/expert/expert.store.js';
import type { Work } from '../../store/work.js';
import type { Answerer } from './answerer.js';
import { changeAsk } from './change-ask.js';
import { openOwnAsk, type OpenAsk } from './open-ask.js';
import { PublishAnswer } from './publish-answer.js';
import { mustBeNewest } from './save-draft.js';

interface Submission {
  readonly askId: string;
  readonly text: string;
  readonly revision: number;
  /** They agree to be named in public; kept for the next time. */
  readonly consent: boolean;
  readonly seenMessageId: string | null;
  readonly anyway: boolean;
}

/** The expert is done: to the colleague who asked, to a coach, or straight to the customer. */
@Injectable()
export class SubmitDraft {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly publish: PublishAnswer,
  ) {}

  run(answerer: Answerer, submission: Submission): Promise<void> {
    return this.db.transaction(answerer.workspaceId, async (tx) => {
      const opened = await openOwnAsk(tx, answerer, submission.askId);
      mustBeNewest(opened.ask, submission.revision);
      if (opened.ask.mode === 'advice') await this.advise(tx, opened, submission.text.trim());
      else await this.answer(tx, opened, submission);
    });
  }

  private async advise(tx: Work, { ask }: OpenAsk, text: string): Promise<void> {
    if (text === '') throw new Refusal('reply.empty', {});
    await changeAsk(tx, ask, {
      to: 'advised',
      change: { ...this.written(ask.draftRevision, text), answer: text },
      line: { code: 'expert-advised', agentId: ask.expertId },
    });
    const { ticketId, expertId: agentId } = ask;
    const { note } = await tx.history.addNote({ id: newId(), ticketId, agentId, text, clientId: newId() });
    await tx.tell({ type: 'note.added', ticketId, note });
  }

  private async answer(tx: Work, opened: OpenAsk, submission: Submission): Promise<void> {
    const { ask, ticket } = opened;
    if (submission.consent) await tx.experts.consent(ask.expertId, true);
    const expert = await expertOf(tx, ask.expertId);
    const answer = { ...submission, expert };
    // Told to the expert, who can mend it, and not to the coach.
    await this.publish.check(tx, opened, answer);
    const written = this.written(ask.draftRevision, submission.text.trim());
    const sensitive = ticket.priority === 1 || (await hasEmbargo(tx, ask.topic));
    if (needsCoach(expert.autonomy, { sensitive, returned: ask.returned })) {
      const line = { code: 'expert-submitted', agentId: ask.expertId } as const;
      await changeAsk(tx, ask, { to: 'in_review', change: written, line });
      return;
    }
    await tx.asks.change(ask.id, written);
    const asker = await tx.agents.find(ask.askerId);
    const keeper = asker?.disabledAt === null ? asker : { id: ask.expertId, name: expert.name };
    await this.publish.inside(tx, opened, { answer, keeper, reviewerId: null });
  }

  private written(revision: number, text: string) {
    return { draft: text, draftRevision: revision + 1, submittedAt: this.clock.now() };
  }
}

export async function expertOf(tx: Work, id: string): Promise<Expert> {
  const expert = await tx.experts.find(id);
  if (!expert) throw new Refusal('not-found', { what: 'expert' });
  return expert;
}

/** Something about this topic must not be said yet. */
async function hasEmbargo(tx: Work, topic: string | null): Promise<boolean> {
  return topic !== null && (await tx.experts.embargoes()).some((one) => one.topic === topic);
}
