import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { SendFailure } from '../../networks/kit/failure.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { askNetwork } from './ask-network.js';
import { CheckAccount } from './check-account.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { RenewAccount } from './renew-account.js';
import { tellAccount } from './tell-account.js';

/** Asks the network afresh with the credentials we have, and notes what it says, good or bad. */
@Injectable()
export class RecheckAccount {
  constructor(
    private readonly db: Database,
    private readonly check: CheckAccount,
    private readonly renew: RenewAccount,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  async run(caller: Caller, accountId: string): Promise<AccountView> {
    mustAllow(caller, 'accounts.manage');
    const account = await this.renew.find(caller, accountId);
    try {
      const { access, check } = await this.check.stored(account);
      return await this.renew.run(account, access, check);
    } catch (error) {
      if (error instanceof SendFailure && error.kind === 'needs-reauth') return this.revoked(caller, accountId, error);
      return askNetwork(() => {
        throw error;
      });
    }
  }

  private revoked({ workspaceId }: Caller, accountId: string, { code, message }: SendFailure): Promise<AccountView> {
    return this.db.transaction(workspaceId, async (tx) => {
      await tx.accounts.setState(accountId, 'needs-reauth', { code, detail: message });
      return tellAccount(tx, accountId, this.catalogue);
    });
  }
}
