import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { dueModerations } from '../../store/message/moderation.store.js';
import { CarryOutModeration } from './carry-out-moderation.js';

const together = 20;

/** Moderations that the queue of jobs has lost sight of, or whose account has been repaired. */
@Injectable()
export class ModerateDue {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly carryOut: CarryOutModeration,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.read((sql) => dueModerations(sql, this.clock.now(), together));
    for (const one of due) await this.carryOut.run(one);
    return { more: due.length === together };
  }
}
