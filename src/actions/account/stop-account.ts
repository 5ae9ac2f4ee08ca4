import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import type { Account } from '../../store/account/account.store.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { tellAccount } from './tell-account.js';

/** The network no longer knows our credentials: the account rests, and everybody sees that it waits for its repair. */
@Injectable()
export class StopAccount {
  constructor(
    private readonly db: Database,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  async run(
    account: Pick<Account, 'workspaceId' | 'id'>,
    why: { readonly code: string; readonly detail: string },
  ): Promise<void> {
    await this.db.transaction(account.workspaceId, async (tx) => {
      if (await tx.accounts.setState(account.id, 'needs-reauth', why))
        await tellAccount(tx, account.id, this.catalogue);
    });
  }
}
