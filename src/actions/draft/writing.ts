import { penAt } from '../../domain/ticket/pen.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { layDown, refuseHeld } from '../pen/turn-pen.js';
import { tellDraft, tellDrafters } from './tell-draft.js';

interface Written {
  readonly ticketId: string;
  /** The draft that it was; null when it was never kept. */
  readonly draftId: string | null;
  readonly now: Date;
}

/** Only one writes to the customer. Hold the ticket. */
export async function mustHavePen(tx: Work, caller: Pick<Caller, 'id'>, ticketId: string): Promise<void> {
  const { pen: noted, now } = await tx.pens.look(ticketId);
  const pen = penAt(noted, now);
  if (pen && pen.agentId !== caller.id) await refuseHeld(tx, pen);
}

/** What was written has gone: there is no draft of it any more, and the pen is free. */
export async function endWriting(tx: Work, caller: Caller, written: Written): Promise<void> {
  await endDraft(tx, caller, written);
  const { pen: noted, now } = await tx.pens.look(written.ticketId);
  const pen = penAt(noted, now);
  if (pen?.agentId === caller.id) await layDown(tx, written.ticketId, { pen, now });
}

/** As above, of a note, which needs no pen. */
export async function endDraft(tx: Work, caller: Caller, { ticketId, draftId, now }: Written): Promise<void> {
  const draft = draftId === null ? null : await tx.drafts.lock(draftId);
  if (draft?.authorId !== caller.id || draft.ticketId !== ticketId || draft.ended === 'sent') return;
  await tx.drafts.end(draft.id, 'sent', now);
  if (draft.ended === null) await tellDrafters(tx, ticketId, caller.id);
  await tellDraft(tx, draft.id);
}
