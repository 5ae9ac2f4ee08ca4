import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Ends all sessions of an agent: a lost phone, a shared screen. They may sign in again. */
@Injectable()
export class SignAgentOut {
  constructor(private readonly db: Database) {}

  async run(caller: Caller, agentId: string): Promise<void> {
    mustAllow(caller, 'agents.manage');
    await this.db.transaction(caller.workspaceId, async (tx) => {
      if (!(await tx.agents.find(agentId))) throw new Refusal('not-found', { what: 'agent' });
      await tx.sessions.end(agentId, null);
      await tx.agents.goOffline(agentId);
      await tx.tell({ type: 'team.changed' });
    });
  }
}
