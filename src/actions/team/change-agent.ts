import { Injectable } from '@nestjs/common';
import type { AgentView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { Role } from '../../domain/team/role.js';
import { Database } from '../../store/database.js';
import type { Agent } from '../../store/team/agent.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { agentViewIn } from './agent-view-in.js';
import { EmptyHands } from './empty-hands.js';

interface AgentChange {
  readonly role?: Role | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly capacity?: number | undefined;
  readonly inTraining?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A new role counts from the next request on; whoever is disabled is signed out everywhere. */
@Injectable()
export class ChangeAgent {
  constructor(
    private readonly db: Database,
    private readonly hands: EmptyHands,
  ) {}

  run(caller: Caller, agentId: string, change: AgentChange): Promise<AgentView> {
    mustAllow(caller, 'agents.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const agent = await tx.agents.find(agentId);
      if (!agent) throw new Refusal('not-found', { what: 'agent' });
      if (stopsBeingAdmin(agent, change)) await mustLeaveAnAdmin(tx, agentId);

      await tx.agents.change(agentId, change);
      if (change.disabled === true) {
        await tx.sessions.end(agentId, null);
        await tx.links.endOthers('invitation', agentId);
        await this.hands.inside(tx, agentId, { actorId: caller.id, because: 'gone', to: null });
      }
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
      return agentViewIn(tx, agentId);
    });
  }
}

function stopsBeingAdmin(agent: Agent, change: AgentChange): boolean {
  const loses = (change.role !== undefined && change.role !== 'admin') || change.disabled === true;
  return agent.role === 'admin' && agent.disabledAt === null && loses;
}

async function mustLeaveAnAdmin(tx: Work, agentId: string): Promise<void> {
  const others = (await tx.agents.activeAdmins()).filter((id) => id !== agentId);
  if (others.length === 0) throw new Refusal('agent.last-admin', {});
}
