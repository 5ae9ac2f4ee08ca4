import { Injectable } from '@nestjs/common';
import type { PenView } from '../../contract/index.js';
import { penMs, penTaken } from '../../domain/ticket/pen.js';
import { Database } from '../../store/database.js';
import { penView } from '../../store/ticket/pen.view.js';
import type { Caller } from '../caller.js';
import { lockPen, refuseHeld, turnPen } from './turn-pen.js';

/** A console that asks again so soon costs nobody anything. */
const freshMs = 5000;

/** Somebody writes: the pen is theirs for a minute. */
@Injectable()
export class TakePen {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ticketId: string): Promise<PenView | null> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { pen, now } = await lockPen(tx, caller, ticketId);
      const taken = penTaken(pen, caller.id, now);
      if (!taken) return pen && refuseHeld(tx, pen);
      const fresh = pen !== null && pen.until.getTime() - now.getTime() > penMs - freshMs;
      return fresh ? penView(tx.sql, tx.workspaceId, ticketId) : turnPen(tx, ticketId, taken);
    });
  }
}
