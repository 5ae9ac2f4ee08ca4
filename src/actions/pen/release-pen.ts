import { Injectable } from '@nestjs/common';
import { penLeft } from '../../domain/ticket/pen.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { layDown, lockPen, turnPen } from './turn-pen.js';

/** Whoever wrote is done, or has gone from the ticket and may come back in a moment. */
@Injectable()
export class ReleasePen {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ask: { readonly ticketId: string; readonly leaving: boolean }): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { pen, now } = await lockPen(tx, caller, ask.ticketId);
      if (pen?.agentId !== caller.id) return;
      if (ask.leaving) await turnPen(tx, ask.ticketId, penLeft(pen, now));
      else await layDown(tx, ask.ticketId, { pen, now });
    });
  }
}
