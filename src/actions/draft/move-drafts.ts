import type { Draft } from '../../store/message/draft.store.js';
import type { Work } from '../../store/work.js';
import { tellDraft } from './tell-draft.js';

/** What is being written goes on where the messages go. Hold both tickets; they are told of afterwards. */
export async function moveDrafts(tx: Work, { from, to }: { from: string; to: string }): Promise<void> {
  await tellMoved(tx, from, await tx.drafts.move(from, to));
}

/** As before they were moved. */
export async function moveDraftsBack(tx: Work, { from, to }: { from: string; to: string }): Promise<void> {
  await tellMoved(tx, from, await tx.drafts.moveBack(from, to));
}

async function tellMoved(tx: Work, from: string, drafts: readonly Draft[]): Promise<void> {
  for (const { id } of drafts) {
    await tx.tell({ type: 'draft.gone', ticketId: from, draftId: id });
    await tellDraft(tx, id);
  }
}
