import { Injectable } from '@nestjs/common';
import type { PenView } from '../../contract/index.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { lockPen, refuseHeld, turnPen } from './turn-pen.js';

/** Whoever writes keeps the pen, although a colleague asked for it. */
@Injectable()
export class RefusePen {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ticketId: string): Promise<PenView | null> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { pen } = await lockPen(tx, caller, ticketId);
      // They thought for too long: it has passed on.
      if (pen && pen.agentId !== caller.id) return refuseHeld(tx, pen);
      return turnPen(tx, ticketId, pen && { ...pen, asked: null });
    });
  }
}
