import { Injectable } from '@nestjs/common';
import type { PenView } from '../../contract/index.js';
import { penAsked, penTaken, type Pen } from '../../domain/ticket/pen.js';
import { may } from '../../domain/team/policy.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { tellLine } from '../ticket/tell.js';
import { lockPen, openDrafts, turnPen, type PenHeld } from './turn-pen.js';

/** Asks whoever writes to let go; a lead need not ask, and the ticket's history says that they did not. */
@Injectable()
export class AskForPen {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ticketId: string): Promise<PenView | null> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { pen, now } = await lockPen(tx, caller, ticketId);
      if (!pen || pen.agentId === caller.id) return turnPen(tx, ticketId, penTaken(pen, caller.id, now));
      if (may(caller, 'pen.take-at-once').ok) return take(tx, caller, { ticketId, pen, now });
      return turnPen(tx, ticketId, penAsked(pen, caller.id, now));
    });
  }
}

async function take(
  tx: Work,
  caller: Caller,
  { ticketId, pen, now }: PenHeld & { readonly ticketId: string; readonly pen: Pen },
): Promise<PenView | null> {
  const from = await tx.agents.find(pen.agentId);
  const facts = { from: from?.name ?? '' };
  await tellLine(tx, { ticketId, agentId: caller.id, code: 'pen-taken', facts });
  await openDrafts(tx, ticketId, { from: pen.agentId, to: caller.id });
  return turnPen(tx, ticketId, penTaken(null, caller.id, now));
}
