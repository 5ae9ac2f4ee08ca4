import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { hashPassword } from '../../platform/password.js';
import { Database } from '../../store/database.js';
import { readScopedToken } from '../../store/team/scoped-token.js';
import { WorkspaceStore } from '../../store/team/workspace.store.js';
import type { Client } from './client.js';
import { mustBeStrong } from './must-be-strong.js';
import { openSession, type OpenedSession } from './open-session.js';

interface FirstSteps {
  readonly token: string;
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: 'fr' | 'en';
}

/** The first administrator comes in by the link that was printed, names the workspace, and is signed in. */
@Injectable()
export class SetUp {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(steps: FirstSteps, client: Client): Promise<OpenedSession> {
    const asked = readScopedToken(steps.token);
    if (!asked) throw new Refusal('link.invalid', {});
    mustBeStrong(steps.password, steps.email);
    await this.mustBeGood(asked);
    const passwordHash = await hashPassword(steps.password);
    return this.db.transaction(asked.workspaceId, async (tx) => {
      const workspaces = new WorkspaceStore(tx.sql, tx.workspaceId);
      if ((await tx.links.use('set-up', asked.hash)) === null) throw await whyNot(workspaces);
      await workspaces.lock();
      if (await workspaces.hasAgents()) throw new Refusal('set-up.done', {});
      await workspaces.rename(steps.workspaceName);
      const agent = { id: newId(), languages: [steps.locale], role: 'admin' as const, capacity: 8, passwordHash };
      await tx.agents.add({ ...agent, name: steps.name, email: steps.email, locale: steps.locale });
      return openSession(tx, agent, { client, now: this.clock.now() });
    });
  }

  /** Before the costly part: nobody without a link may keep us busy with hashing. */
  private mustBeGood(asked: { workspaceId: number; hash: string }): Promise<void> {
    return this.db.transaction(asked.workspaceId, async (tx) => {
      const link = await tx.links.peek('set-up', asked.hash);
      if (link === null) throw await whyNot(new WorkspaceStore(tx.sql, tx.workspaceId));
    });
  }
}

async function whyNot(workspaces: WorkspaceStore): Promise<Refusal> {
  return (await workspaces.hasAgents()) ? new Refusal('set-up.done', {}) : new Refusal('link.invalid', {});
}
