import { Injectable } from '@nestjs/common';
import type { DraftView } from '../../contract/index.js';
import { isEmpty, keepsRevision } from '../../domain/message/draft.js';
import { Refusal } from '../../domain/refusal.js';
import { languageOf } from '../../domain/understanding/language.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Draft, DraftContent } from '../../store/message/draft.store.js';
import { draftView } from '../../store/message/draft.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockTicket } from '../ticket/lock-ticket.js';
import { tellDraft, tellDrafters } from './tell-draft.js';

export interface DraftToKeep extends Omit<DraftContent, 'language'> {
  /** The console's own: the same from the first letter on. */
  readonly id: string;
  readonly ticketId: string;
  /** The revision that was read; 0 for what was just begun. Another one is refused. */
  readonly base: number;
}

/** Keeps what somebody has written so far. Nothing is overwritten that they have not read: two screens of one person meet here. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, ask: DraftToKeep): Promise<DraftView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await lockTicket(tx, caller, { ticketId: ask.ticketId, act: 'draft.write' });
      const known = await tx.drafts.lock(ask.id);
      if (known && isSame(known, ask)) return draftView(tx.sql, tx.workspaceId, known.id);
      await mustBeNewest(tx, caller, { known, ask });
      const fileIds = (await tx.files.facts(ask.fileIds)).map(({ id }) => id);
      const content = { ...ask, fileIds, language: languageOf(ask.text) };
      return known ? this.write(tx, known, content) : this.begin(tx, caller, content);
    });
  }

  private async begin(tx: Work, caller: Caller, content: DraftContent & DraftToKeep): Promise<DraftView> {
    if (isEmpty(content)) throw new Refusal('reply.empty', {});
    await tx.drafts.add({ ...content, authorId: caller.id }, this.clock.now());
    await tellDrafters(tx, content.ticketId, caller.id);
    return tellDraft(tx, content.id);
  }

  /** What was emptied is erased, and keeps what it said. */
  private async write(tx: Work, known: Draft, content: DraftContent): Promise<DraftView> {
    const now = this.clock.now();
    const lastKeptAt = await tx.drafts.lastKeptAt(known.id);
    if (keepsRevision(known, content, { lastKeptAt, now })) await tx.drafts.keep(known.id, known.changedAt);
    const ended = isEmpty(content) ? 'erased' : null;
    if (ended === null) await tx.drafts.write(known.id, content, now);
    else await tx.drafts.end(known.id, ended, now);
    if (ended !== known.ended) await tellDrafters(tx, known.ticketId, known.authorId);
    return tellDraft(tx, known.id);
  }
}

/** The answer to a save was lost, and it comes again. */
function isSame(known: Draft, ask: DraftToKeep): boolean {
  const says = ({ mode, text, line, fileIds }: Pick<DraftContent, 'mode' | 'text' | 'line' | 'fileIds'>): string =>
    JSON.stringify([mode, text, line, fileIds]);
  return known.ended === null && known.revision === ask.base + 1 && says(known) === says(ask);
}

function mustBeOpen(caller: Caller, known: Draft, ask: DraftToKeep): void {
  if (known.authorId !== caller.id || known.ticketId !== ask.ticketId)
    throw new Refusal('not-found', { what: 'draft' });
  if (known.ended === 'sent') throw new Refusal('draft.sent', {});
}

async function mustBeNewest(
  tx: Work,
  caller: Caller,
  { known, ask }: { readonly known: Draft | null; readonly ask: DraftToKeep },
): Promise<void> {
  if (known) mustBeOpen(caller, known, ask);
  const other = await tx.drafts.openOf(ask.ticketId, caller.id, ask.mode);
  const newer = other && other.id !== ask.id ? other : known;
  if (!newer || (newer.id === ask.id && newer.revision === ask.base)) return;
  throw new Refusal('draft.stale', { draft: await draftView(tx.sql, tx.workspaceId, newer.id) });
}
