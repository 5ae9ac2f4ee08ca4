import { Injectable } from '@nestjs/common';
import type { Refreshed } from '../../networks/kit/account.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { claimRefreshes, type Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';
import { KeepCredentials } from './keep-credentials.js';

const most = 10;
/** Longer than the calls of a refresh take together: the client gives up each after a quarter of it. */
const leaseSeconds = 60;

/** Asks for fresh credentials before the old ones end: for each account one process at a time, over all instances. */
@Injectable()
export class RefreshAccounts {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly keep: KeepCredentials,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.everywhere((sql) => claimRefreshes(sql, { most, seconds: leaseSeconds }));
    await Promise.all(due.map((account) => this.one(account)));
    return { more: due.length === most };
  }

  private async one(account: Account): Promise<void> {
    try {
      const refreshed = await this.ask(account);
      // A network this process does not know: somebody newer will see to it.
      if (refreshed) await this.keep.fresh(account, refreshed);
    } catch (error) {
      await this.keep.failed(account, error);
    }
  }

  private async ask(account: Account): Promise<Refreshed | null> {
    const network = this.networks.named(account.network);
    if (!network?.refresh) return null;
    return network.refresh(this.door.access(account), this.http);
  }
}
