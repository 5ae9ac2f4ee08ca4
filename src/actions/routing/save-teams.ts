import { Injectable } from '@nestjs/common';
import type { TeamsView } from '../../contract/index.js';
import { checkTeams } from '../../domain/routing/check-teams.js';
import type { TeamFacts } from '../../domain/routing/team.js';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import { rulesOf } from '../../store/routing/routing.store.js';
import { teamsView } from '../../store/routing/routing.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { lockRouting } from './change-routing.js';

/** All teams at once. One that has open tickets, or that a rule names, stays. */
@Injectable()
export class SaveTeams {
  constructor(private readonly db: Database) {}

  run(caller: Caller, ask: { readonly revision: number; readonly teams: readonly TeamFacts[] }): Promise<TeamsView> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await lockRouting(tx, 'teams', ask.revision);
      checkTeams(ask.teams);
      await mustKeepUsed(tx, ask.teams);
      await tx.routing.saveTeams(ask.teams);
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
      return teamsView(tx.sql, tx.workspaceId);
    });
  }
}

async function mustKeepUsed(tx: Work, teams: readonly TeamFacts[]): Promise<void> {
  const kept = teams.map(({ id }) => id);
  const used = await tx.routing.usedTeam(kept);
  if (used !== null) throw new Refusal('team.used', { team: used, by: '' });
  for (const { name, then } of await rulesOf(tx.sql, tx.workspaceId)) {
    const team = teams.find(({ id }) => id === then.teamId);
    const isLost = then.teamId !== null && (!team || (then.lane !== null && then.lane !== team.lane));
    if (isLost) throw new Refusal('team.used', { team: team?.name ?? '', by: name });
  }
}
