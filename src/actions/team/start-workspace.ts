import { Injectable } from '@nestjs/common';
import { defaultTopics } from '../../domain/understanding/default-topics.js';
import { Clock } from '../../platform/clock.js';
import { newId, newToken } from '../../platform/ids.js';
import { hashPassword } from '../../platform/password.js';
import { Database } from '../../store/database.js';
import { newScopedToken } from '../../store/team/scoped-token.js';
import { addWorkspace, firstWorkspace, oneStartAtATime, WorkspaceStore } from '../../store/team/workspace.store.js';
import type { Work } from '../../store/work.js';
import type { Sql } from '../../store/sql.js';
import { Addresses } from '../addresses.js';

const linkHours = 24;
const hour = 3_600_000;

interface Start {
  /** From the settings; they need no link then. */
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly demo: boolean;
}

/** What the first start finds missing: the workspace, and a way in for its first administrator. */
@Injectable()
export class StartWorkspace {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  /** The one-time link to open; null when the workspace has people already. */
  async run({ administrator, demo }: Start): Promise<{ workspaceId: number; setUpUrl: string | null }> {
    const passwordHash = administrator === null ? null : await hashPassword(administrator.password);
    const workspaceId = await this.db.everywhere((sql) => theWorkspace(sql, demo));
    await this.db.transaction(workspaceId, (tx) => tx.models.addFirst(this.clock.now()));
    return this.db.transaction(workspaceId, async (tx) => {
      const workspaces = new WorkspaceStore(tx.sql, workspaceId);
      await workspaces.lock();
      if (await workspaces.hasAgents()) return { workspaceId, setUpUrl: null };
      if (administrator === null) return { workspaceId, setUpUrl: await this.makeLink(tx) };
      await addAdministrator(tx, administrator.email, passwordHash);
      return { workspaceId, setUpUrl: null };
    });
  }

  /** Links of earlier starts stay good: whoever has one is still the only one to have been told. */
  private async makeLink(tx: Work): Promise<string> {
    const token = newScopedToken(tx.workspaceId);
    const expiresAt = new Date(this.clock.now().getTime() + linkHours * hour);
    await tx.links.add({ id: newId(), purpose: 'set-up', agentId: null, tokenHash: token.hash, expiresAt });
    return this.addresses.setUp(token.text);
  }
}

async function theWorkspace(sql: Sql, demo: boolean): Promise<number> {
  await oneStartAtATime(sql);
  const found = await firstWorkspace(sql);
  if (found !== null) return found;
  const id = await addWorkspace(sql, { name: 'Relais', epoch: newToken(9), demo });
  await new WorkspaceStore(sql, id).addTopics(defaultTopics);
  return id;
}

async function addAdministrator(tx: Work, email: string, passwordHash: string | null): Promise<void> {
  const [name = email] = email.split('@');
  await tx.agents.add({
    id: newId(),
    email,
    name,
    role: 'admin',
    locale: 'fr',
    languages: ['fr', 'en'],
    capacity: 8,
    passwordHash,
  });
}
