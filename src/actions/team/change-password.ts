import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { hashPassword, isPassword } from '../../platform/password.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustBeStrong } from './must-be-strong.js';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

/** Who knows the present password chooses another. Wherever else they are signed in ends: it may have been a thief. */
@Injectable()
export class ChangePassword {
  constructor(private readonly db: Database) {}

  /** Throws `password.wrong` when the present password is another. */
  async run(caller: Caller, { current, next }: Passwords): Promise<void> {
    const agent = await this.db.transaction(caller.workspaceId, (tx) => tx.agents.find(caller.id));
    if (!agent || !(await isPassword(current, agent.passwordHash))) throw new Refusal('password.wrong', {});
    mustBeStrong(next, agent.email);
    const passwordHash = await hashPassword(next);
    await this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.agents.change(caller.id, { passwordHash });
      await tx.sessions.endOthers(caller.id, caller.sessionId);
      await tx.tell({ type: 'team.changed' });
    });
  }
}
