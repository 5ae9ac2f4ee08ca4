import { Injectable } from '@nestjs/common';
import type { AbsenceView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import type { Absence, AbsenceFacts } from '../../store/team/absence.store.js';
import { absenceViews } from '../../store/team/absence.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** Somebody will be away, or at another time than was said. For others only those who may plan for them. */
@Injectable()
export class SaveAbsence {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  add(caller: Caller, agentId: string, facts: AbsenceFacts): Promise<AbsenceView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      mustBeTheirs(caller, agentId);
      const agent = await tx.agents.find(agentId);
      if (!agent || agent.disabledAt) throw new Refusal('not-found', { what: 'agent' });
      return this.save(tx, caller, { id: newId(), agentId, begun: false, ...facts });
    });
  }

  change(caller: Caller, id: string, facts: AbsenceFacts): Promise<AbsenceView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { agentId, begun } = await lockAbsence(tx, caller, id);
      return this.save(tx, caller, { id, agentId, begun, ...facts });
    });
  }

  end(caller: Caller, id: string): Promise<void> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await lockAbsence(tx, caller, id);
      await tx.absences.end(id);
      await tx.tell({ type: 'team.changed' });
      tx.wake('assign');
    });
  }

  private async save(tx: Work, caller: Caller, absence: Absence): Promise<AbsenceView> {
    const why = await faultOf(tx, absence, this.clock.now());
    if (why !== null) throw new Refusal('absence.invalid', { why });
    await tx.absences.save(absence.id, { agentId: absence.agentId, actorId: caller.id }, absence);
    await tx.tell({ type: 'team.changed' });
    tx.wake('absences');
    tx.wake('assign');
    const [view] = await absenceViews(tx.sql, caller, absence.id);
    if (!view) throw new Error('an absence that was saved could not be read');
    return view;
  }
}

function mustBeTheirs(caller: Caller, agentId: string): void {
  if (agentId !== caller.id) mustAllow(caller, 'absences.manage');
}

async function lockAbsence(tx: Work, caller: Caller, id: string): Promise<Absence> {
  const absence = await tx.absences.lock(id);
  if (!absence) throw new Refusal('not-found', { what: 'absence' });
  mustBeTheirs(caller, absence.agentId);
  return absence;
}

async function faultOf(tx: Work, absence: Absence, now: Date): Promise<string | null> {
  const { id, agentId, from, until, standInId } = absence;
  if (from >= until || until <= now) return 'times';
  if (await tx.absences.overlaps(agentId, id, absence)) return 'overlap';
  if (standInId === null) return null;
  const standIn = await tx.agents.find(standInId);
  return standIn && !standIn.disabledAt && standInId !== agentId ? null : 'stand-in';
}
