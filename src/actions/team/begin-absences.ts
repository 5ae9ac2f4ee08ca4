import { Injectable } from '@nestjs/common';
import { standInFor } from '../../domain/team/absence.js';
import { Database } from '../../store/database.js';
import { absencesToBegin } from '../../store/team/absence.store.js';
import type { Work } from '../../store/work.js';
import { PassOffer } from '../routing/pass-offer.js';
import { EmptyHands } from './empty-hands.js';

const together = 20;

/** When somebody's absence begins, what they have in hand goes where they said. Once, however many processes look. */
@Injectable()
export class BeginAbsences {
  constructor(
    private readonly db: Database,
    private readonly hands: EmptyHands,
    private readonly offers: PassOffer,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.read((sql) => absencesToBegin(sql, together));
    for (const { workspaceId, id } of due) await this.db.transaction(workspaceId, (tx) => this.begin(tx, id));
    return { more: due.length === together };
  }

  private async begin(tx: Work, id: string): Promise<void> {
    const absence = await tx.absences.lock(id);
    if (!absence || absence.begun) return;
    const { agentId, openWork } = absence;
    await tx.absences.begin(id);
    if (openWork === 'moves') {
      const standInId = standInFor(await tx.absences.now(), agentId);
      const to = standInId === null ? null : await tx.agents.find(standInId);
      await this.hands.inside(tx, agentId, { actorId: null, because: 'absent', to });
    } else await this.offers.all(tx, agentId);
    await tx.tell({ type: 'team.changed' });
    tx.wake('assign');
  }
}
