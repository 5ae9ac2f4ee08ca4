import { Injectable } from '@nestjs/common';
import type { AgentView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { SkillNeed } from '../../domain/routing/rule.js';
import type { Reach } from '../../domain/team/reach.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { agentViewIn } from '../team/agent-view-in.js';

interface Skills {
  readonly agentId: string;
  readonly skills: readonly SkillNeed[];
  /** The calendar by which they work; null for always. */
  readonly shiftId: string | null;
  readonly onCallId: string | null;
  readonly reach: Reach;
}

/** What somebody is able to do, when they are at work, and for which accounts. */
@Injectable()
export class SetSkills {
  constructor(private readonly db: Database) {}

  run(caller: Caller, { agentId, skills, shiftId, onCallId, reach }: Skills): Promise<AgentView> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      if (!(await tx.agents.find(agentId))) throw new Refusal('not-found', { what: 'agent' });
      await mustBeCalendars(
        tx,
        [shiftId, onCallId].filter((id) => id !== null),
      );
      const levels = Object.fromEntries(skills.map(({ name, level }) => [name, level]));
      await tx.agents.setWork(agentId, { skills: levels, shiftId, onCallId, reach });
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
      return agentViewIn(tx, agentId);
    });
  }
}

async function mustBeCalendars(tx: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { calendars } = await tx.books.current();
  const isThere = ids.every((id) => calendars.some((calendar) => calendar.id === id));
  if (!isThere) throw new Refusal('not-found', { what: 'calendar' });
}
