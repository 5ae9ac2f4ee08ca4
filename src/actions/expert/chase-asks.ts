import { Injectable } from '@nestjs/common';
import { withExpert } from '../../domain/expert/ask-state.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { asksDue } from '../../store/expert/ask.store.js';
import type { Work } from '../../store/work.js';
import { changeAsk } from './change-ask.js';
import { openAsk, type OpenAsk } from './open-ask.js';

const together = 50;

/**
 * The clock of experts: warns when most of their time is over, brings back what they put off, and gives what nobody
 * answered back to whoever asked. Looked at again under its lock, so each happens once, however many processes look.
 */
@Injectable()
export class ChaseAsks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.read((sql) => asksDue(sql, this.clock.now(), together));
    for (const { workspaceId, id } of due) {
      await this.db.transaction(workspaceId, async (tx) => this.chase(tx, await openAsk(tx, id)));
    }
    return { more: due.length === together };
  }

  private async chase(tx: Work, { ask }: OpenAsk): Promise<void> {
    const now = this.clock.now();
    if (!withExpert.includes(ask.state)) return;
    const expert = await tx.agents.find(ask.expertId);
    const facts = { to: expert?.name ?? '' };
    if (ask.dueAt <= now) {
      await tx.askLinks.revoke(ask.id);
      const line = { code: 'expert-expired', agentId: null, facts } as const;
      await changeAsk(tx, ask, { to: 'expired', change: { laterUntil: null }, line });
    } else if (ask.warnedAt === null && ask.warnAt <= now) {
      const line = { code: 'expert-warned', agentId: null, facts } as const;
      await changeAsk(tx, ask, { to: ask.state, change: { warnedAt: now }, line });
    } else if (ask.state === 'later' && ask.laterUntil !== null && ask.laterUntil <= now) {
      await changeAsk(tx, ask, { to: 'asked', change: { laterUntil: null } });
    }
  }
}
