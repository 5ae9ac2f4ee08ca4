import type { PenView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { penAt, penLaidDown, type Pen } from '../../domain/ticket/pen.js';
import { penView } from '../../store/ticket/pen.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { tellDraft } from '../draft/tell-draft.js';
import { lockTicket } from '../ticket/lock-ticket.js';

export interface PenHeld {
  /** As it is at this instant. */
  readonly pen: Pen | null;
  readonly now: Date;
}

/** The pen of a ticket, held until the transaction ends, for somebody who may write there. */
export async function lockPen(tx: Work, caller: Caller, ticketId: string): Promise<PenHeld> {
  await lockTicket(tx, caller, { ticketId, act: 'pen.take' });
  const { pen: noted, now } = await tx.pens.look(ticketId);
  const pen = penAt(noted, now);
  if (noted && pen && pen.agentId !== noted.agentId) {
    // Silence was a yes: nobody was there to write it down.
    await tx.pens.keep(ticketId, pen);
    await openDrafts(tx, ticketId, { from: noted.agentId, to: pen.agentId });
  }
  return { pen, now };
}

/** Writes down who has it, and has everybody look. It is never in the feed: nobody needs to know a minute later. */
export async function turnPen(tx: Work, ticketId: string, pen: Pen | null): Promise<PenView | null> {
  await tx.pens.keep(ticketId, pen);
  tx.wake('presence');
  return penView(tx.sql, tx.workspaceId, ticketId);
}

/** Whoever takes over may go on from what was written. */
export async function openDrafts(tx: Work, ticketId: string, by: { from: string; to: string }): Promise<void> {
  for (const { id, shared } of await tx.drafts.show(ticketId, { authorId: by.from, to: by.to })) {
    await tellDraft(tx, id, { shared, shownTo: [] });
  }
}

/** Whoever asked for it has it now, else nobody. */
export async function layDown(
  tx: Work,
  ticketId: string,
  { pen, now }: PenHeld & { readonly pen: Pen },
): Promise<void> {
  const next = penLaidDown(pen, now);
  await turnPen(tx, ticketId, next);
  if (next) await openDrafts(tx, ticketId, { from: pen.agentId, to: next.agentId });
}

export async function refuseHeld(tx: Work, pen: Pen): Promise<never> {
  const holder = await tx.agents.find(pen.agentId);
  throw new Refusal('pen.held', {
    by: holder?.name ?? '',
    agentId: pen.agentId,
    until: pen.until.toISOString(),
  });
}
