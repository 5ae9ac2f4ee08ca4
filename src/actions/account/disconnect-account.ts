import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { wordsOfNetwork } from './ask-network.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { tellAccount } from './tell-account.js';

/** Takes an account away: its tickets stay, nothing more comes in or goes out. */
@Injectable()
export class DisconnectAccount {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  async run(caller: Caller, accountId: string): Promise<void> {
    mustAllow(caller, 'accounts.manage');
    const { account, isLast } = await this.db.transaction(caller.workspaceId, async (tx) => {
      const account = await tx.accounts.lock(accountId);
      if (!account || account.state === 'disconnected') throw new Refusal('not-found', { what: 'account' });
      const together = await tx.accounts.together(account);
      await tx.accounts.setState(accountId, 'disconnected', null);
      await tellAccount(tx, accountId, this.catalogue);
      tx.wake('listen');
      return { account, isLast: together.length === 1 };
    });
    // What shares a page shares its subscription: the last one ends it.
    if (isLast) await this.unsubscribe(account);
  }

  /** Its token may long be revoked, and then there is nothing left to end. */
  private async unsubscribe(account: Account): Promise<void> {
    const network = this.networks.named(account.network);
    if (network?.unsubscribe === undefined) return;
    try {
      await network.unsubscribe(this.door.access(account), this.http);
    } catch (error) {
      if (wordsOfNetwork(error) === null) throw error;
    }
  }
}
