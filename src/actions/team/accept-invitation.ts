import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { hashPassword } from '../../platform/password.js';
import { Database } from '../../store/database.js';
import { readScopedToken } from '../../store/team/scoped-token.js';
import { invitationView } from '../../store/team/workspace.view.js';
import type { Client } from './client.js';
import { mustBeStrong } from './must-be-strong.js';
import { openSession, type OpenedSession } from './open-session.js';

interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly locale: 'fr' | 'en';
}

/** Whoever was invited chooses a password and is signed in; wherever else they were signed in ends. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run({ token, password, locale }: Acceptance, client: Client): Promise<OpenedSession> {
    const asked = readScopedToken(token);
    const invited = await this.db.read((sql) => invitationView(sql, token));
    if (!asked || !invited) throw new Refusal('link.invalid', {});
    mustBeStrong(password, invited.email);
    const passwordHash = await hashPassword(password);
    return this.db.transaction(asked.workspaceId, async (tx) => {
      const link = await tx.links.use('invitation', asked.hash);
      if (link === null || link.agentId === null) throw new Refusal('link.invalid', {});
      await tx.agents.change(link.agentId, { passwordHash, locale });
      await tx.sessions.end(link.agentId, null);
      await tx.tell({ type: 'team.changed' });
      return openSession(tx, { id: link.agentId }, { client, now: this.clock.now() });
    });
  }
}
