import { Injectable } from '@nestjs/common';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { heldThreads } from '../../store/message/outbound.store.js';
import type { Work } from '../../store/work.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { tellAccount } from './tell-account.js';

/** Credentials that are refused so soon after a refresh would be refused after the next one too. */
const freshMs = 120_000;

interface Why {
  readonly code: string;
  readonly detail: string;
}

/**
 * The network no longer takes the credentials of an account. Fresh ones are asked for where it gives such; otherwise
 * the account rests, and everybody sees that it waits for its repair.
 */
@Injectable()
export class StopAccount {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  run(account: Account, why: Why): Promise<void> {
    return this.db.transaction(account.workspaceId, (tx) => this.inside(tx, account, why));
  }

  /** `account` as it was when the call was made. */
  async inside(tx: Work, account: Account, why: Why): Promise<void> {
    const now = await tx.accounts.lock(account.id);
    if (!now) return;
    // Others got fresh credentials meanwhile, which nobody has refused yet.
    if (now.settingsSealed !== account.settingsSealed) return this.sendHeld(tx, now);
    if (this.canRefresh(now)) {
      await tx.accounts.wantRefresh(now.id);
      tx.wake('refresh');
      return;
    }
    if (await tx.accounts.setState(now.id, 'needs-reauth', why)) await tellAccount(tx, now.id, this.catalogue);
  }

  private canRefresh({ network, refreshedAt }: Account): boolean {
    if (!this.networks.named(network)?.refresh) return false;
    return refreshedAt === null || this.clock.now().getTime() - refreshedAt.getTime() > freshMs;
  }

  private async sendHeld(tx: Work, { workspaceId, id }: Account): Promise<void> {
    for (const held of await heldThreads(tx.sql, workspaceId, id)) await tx.enqueue('send', held);
  }
}
