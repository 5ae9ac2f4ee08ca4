import type { DraftView } from '../../contract/index.js';
import type { Draft } from '../../store/message/draft.store.js';
import { draftView } from '../../store/message/draft.view.js';
import type { Work } from '../../store/work.js';
import { tellTicket } from '../ticket/tell.js';

/** Told to its writer, and to whoever may read it or could before. */
export async function tellDraft(tx: Work, id: string, was?: Pick<Draft, 'shared' | 'shownTo'>): Promise<DraftView> {
  const draft = await draftView(tx.sql, tx.workspaceId, id);
  const { shared, shownTo } = was ?? draft;
  await tx.tell({ type: 'draft.changed', ticketId: draft.ticketId, draft, was: { shared, shownTo: [...shownTo] } });
  return draft;
}

/** The lists show who has something unsent on a ticket. Hold the ticket. */
export async function tellDrafters(tx: Work, ticketId: string, actorId: string): Promise<void> {
  await tx.tickets.touch([ticketId]);
  await tellTicket(tx, ticketId, { was: null, cause: 'draft', actorId });
}
