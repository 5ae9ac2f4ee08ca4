import { Injectable } from '@nestjs/common';
import type { AgentView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { SkillNeed } from '../../domain/routing/rule.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { agentViewIn } from '../team/agent-view-in.js';

interface Skills {
  readonly agentId: string;
  readonly skills: readonly SkillNeed[];
  /** The calendar by which they work; null for always. */
  readonly shiftId: string | null;
}

/** What somebody is able to do, and when they are at work. */
@Injectable()
export class SetSkills {
  constructor(private readonly db: Database) {}

  run(caller: Caller, { agentId, skills, shiftId }: Skills): Promise<AgentView> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      if (!(await tx.agents.find(agentId))) throw new Refusal('not-found', { what: 'agent' });
      if (shiftId !== null) {
        const { calendars } = await tx.books.current();
        if (!calendars.some(({ id }) => id === shiftId)) throw new Refusal('not-found', { what: 'calendar' });
      }
      const levels = Object.fromEntries(skills.map(({ name, level }) => [name, level]));
      await tx.agents.setSkills(agentId, levels, shiftId);
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
      return agentViewIn(tx, agentId);
    });
  }
}
