import { Refusal } from '../../domain/refusal.js';
import type { Draft } from '../../store/message/draft.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';

/** A draft of the caller's own, held, with its ticket held before it. Wherever the ticket stands: what they wrote is theirs. */
export async function lockOwnDraft(tx: Work, caller: Caller, id: string): Promise<Draft> {
  const found = await tx.drafts.find(id);
  if (found?.authorId !== caller.id) throw new Refusal('not-found', { what: 'draft' });
  await tx.tickets.lock(found.ticketId);
  const draft = await tx.drafts.lock(id);
  if (!draft) throw new Refusal('not-found', { what: 'draft' });
  return draft;
}
