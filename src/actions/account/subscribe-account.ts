import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';
import { wordsOfNetwork } from './ask-network.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { tellAccount } from './tell-account.js';

/** Makes the network call us for a stored account. What goes wrong is kept with the account, and shown there. */
@Injectable()
export class SubscribeAccount {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  async run(workspaceId: number, accountId: string): Promise<AccountView> {
    const account = await this.db.transaction(workspaceId, (tx) => tx.accounts.find(accountId));
    if (!account) throw new Refusal('not-found', { what: 'account' });
    const trouble = await this.trouble(account);
    return this.db.transaction(workspaceId, async (tx) => {
      if (trouble !== null) await tx.accounts.setState(accountId, 'restricted', trouble);
      return tellAccount(tx, accountId, this.catalogue);
    });
  }

  private async trouble(account: Account): Promise<{ code: string; detail: string } | null> {
    const network = this.networks.need(account.network);
    const hookUrl = this.catalogue.factsOf(network.id).hookUrl(account.appKey);
    if (network.subscribe === undefined || hookUrl === null) return null;
    try {
      await network.subscribe(this.door.access(account), hookUrl, this.http);
      return null;
    } catch (error) {
      const words = wordsOfNetwork(error);
      if (words === null) throw error;
      return words;
    }
  }
}
