import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';

/** An agent signs out here, or ends a session that they left open elsewhere. Only ever their own. */
@Injectable()
export class EndSession {
  constructor(private readonly db: Database) {}

  async run(caller: Caller, sessionId: string): Promise<void> {
    await this.db.transaction(caller.workspaceId, async (tx) => {
      const ended = await tx.sessions.end(caller.id, sessionId);
      if (ended === 0) throw new Refusal('not-found', { what: 'session' });
      await tx.agents.goOffline(caller.id);
      await tx.tell({ type: 'team.changed' });
    });
  }
}
