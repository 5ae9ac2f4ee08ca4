import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { NetworkCatalogue } from './network-catalogue.js';
import { tellAccount } from './tell-account.js';

const furthestMs = 31 * 86_400_000;

/** Asks a network once more for everything since a date: what is here already is recognised by its key. */
@Injectable()
export class RefetchAccount {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  run(caller: Caller, accountId: string, from: Date): Promise<AccountView> {
    mustAllow(caller, 'accounts.manage');
    const now = this.clock.now().getTime();
    if (from.getTime() > now || from.getTime() < now - furthestMs)
      throw new Refusal('account.refetch-date', { days: 31 });
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const account = await tx.accounts.lock(accountId);
      if (!account || account.state === 'disconnected') throw new Refusal('not-found', { what: 'account' });
      const network = this.networks.need(account.network);
      if (!network.pollFrom) throw new Refusal('account.no-refetch', { network: network.name });
      // A poll under way finds the place moved, keeps nothing, and begins from there.
      await tx.accounts.goBack(accountId, network.pollFrom(from, account.cursor));
      tx.wake('listen');
      return tellAccount(tx, accountId, this.catalogue);
    });
  }
}
