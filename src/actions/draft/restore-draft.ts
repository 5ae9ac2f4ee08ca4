import { Injectable } from '@nestjs/common';
import type { DraftView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { languageOf } from '../../domain/understanding/language.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Draft } from '../../store/message/draft.store.js';
import { draftView } from '../../store/message/draft.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockOwnDraft } from './own-draft.js';
import { tellDraft, tellDrafters } from './tell-draft.js';

interface Restoring {
  readonly draftId: string;
  /** How it stood at some time before; null for how it stood when it was erased. */
  readonly revision: number | null;
}

/** Brings back what was erased, or what was written before; what stands there now is kept as well. */
@Injectable()
export class RestoreDraft {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, { draftId, revision }: Restoring): Promise<DraftView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const draft = await lockOwnDraft(tx, caller, draftId);
      if (draft.ended === 'sent') throw new Refusal('draft.sent', {});
      await mustBeFree(tx, draft);
      if (revision === null) await tx.drafts.end(draftId, null, this.clock.now());
      else await this.goBack(tx, draft, revision);
      if (draft.ended !== null) await tellDrafters(tx, draft.ticketId, caller.id);
      return tellDraft(tx, draftId);
    });
  }

  private async goBack(tx: Work, draft: Draft, revision: number): Promise<void> {
    const was = await tx.drafts.revision(draft.id, revision);
    if (!was) throw new Refusal('not-found', { what: 'revision' });
    await tx.drafts.keep(draft.id, draft.changedAt);
    const { threadId, accountId } = await draftView(tx.sql, tx.workspaceId, draft.id);
    const content = { ...was, mode: draft.mode, language: languageOf(was.text), threadId, accountId };
    await tx.drafts.write(draft.id, content, this.clock.now());
  }
}

/** Another one was begun since it was erased: that must not be lost in turn. */
async function mustBeFree(tx: Work, draft: Draft): Promise<void> {
  const other = await tx.drafts.openOf(draft.ticketId, draft.authorId, draft.mode);
  if (!other || other.id === draft.id) return;
  throw new Refusal('draft.stale', { draft: await draftView(tx.sql, tx.workspaceId, other.id) });
}
