import { Injectable } from '@nestjs/common';
import type { Refreshed } from '../../networks/kit/account.js';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { Log } from '../../platform/log.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { heldThreads } from '../../store/message/outbound.store.js';
import type { Work } from '../../store/work.js';
import { AccountDoor } from '../account-door.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { refreshAt } from './refresh-at.js';
import { tellAccount } from './tell-account.js';

const againSeconds = 30;

/** Stores how a refresh of credentials ended. */
@Injectable()
export class KeepCredentials {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly catalogue: NetworkCatalogue,
    private readonly log: Log,
  ) {}

  /** The account speaks with them from now on; the replies that waited for them go out. */
  async fresh(account: Account, { settings, expiresAt }: Refreshed): Promise<void> {
    const { workspaceId, id } = account;
    await this.ifStillTheirs(account, async (tx) => {
      const next = refreshAt(this.networks.named(account.network), expiresAt);
      await tx.accounts.refreshed(id, {
        settingsSealed: this.door.sealAccount(id, settings),
        expiresAt,
        refreshAt: next,
      });
      for (const held of await heldThreads(tx.sql, workspaceId, id)) await tx.enqueue('send', held);
      tx.wake('listen');
      await tellAccount(tx, id, this.catalogue);
    });
  }

  /** Only a human can help when the network no longer knows us; anything else is tried again. */
  async failed(account: Account, error: unknown): Promise<void> {
    this.log.warn({ error, account: account.id }, 'The credentials of an account could not be refreshed.');
    const failure = error instanceof SendFailure ? error : null;
    await this.ifStillTheirs(account, async (tx) => {
      if (failure?.kind === 'needs-reauth') {
        const why = { code: failure.code, detail: failure.message };
        if (await tx.accounts.setState(account.id, 'needs-reauth', why))
          await tellAccount(tx, account.id, this.catalogue);
      }
      const seconds = Math.max(againSeconds, (failure?.retryAfterMs ?? 0) / 1000);
      await tx.accounts.refreshLater(account.id, seconds);
    });
  }

  /** Credentials that somebody replaced while the network was asked are newer than what it answered. */
  private ifStillTheirs(account: Account, then: (tx: Work) => Promise<void>): Promise<void> {
    return this.db.transaction(account.workspaceId, async (tx) => {
      const now = await tx.accounts.lock(account.id);
      if (now?.settingsSealed === account.settingsSealed) await then(tx);
    });
  }
}
