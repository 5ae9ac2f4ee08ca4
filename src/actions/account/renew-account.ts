import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { AccountAccess, AccountCheck } from '../../networks/kit/account.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { heldThreads } from '../../store/message/outbound.store.js';
import { AccountDoor } from '../account-door.js';
import type { Caller } from '../caller.js';
import { factsOf } from './account-facts.js';
import { SubscribeAccount } from './subscribe-account.js';

/** Stores what a check of a known account brought: it works again, and the replies that it held go out. */
@Injectable()
export class RenewAccount {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly subscribe: SubscribeAccount,
  ) {}

  async find(caller: Caller, id: string): Promise<Account> {
    const account = await this.db.transaction(caller.workspaceId, (tx) => tx.accounts.find(id));
    if (!account || account.state === 'disconnected') throw new Refusal('not-found', { what: 'account' });
    return account;
  }

  async run(
    { workspaceId, id, ...account }: Account,
    access: AccountAccess,
    check: AccountCheck,
  ): Promise<AccountView> {
    if (check.externalId !== account.externalId) {
      throw new Refusal('account.other', { expected: account.name, got: check.name });
    }
    const settingsSealed = this.door.sealAccount(id, check.settings ?? access.settings);
    const appSealed = this.door.sealApp(account.appId, access.app);
    await this.db.transaction(workspaceId, async (tx) => {
      const now = await tx.accounts.lock(id);
      if (!now || now.state === 'disconnected') throw new Refusal('not-found', { what: 'account' });
      await tx.accounts.saveApp(account.appId, appSealed);
      const facts = factsOf(check, this.networks.named(account.network));
      await tx.accounts.renew(id, { settingsSealed, apiBase: access.apiBase, facts });
      for (const held of await heldThreads(tx.sql, workspaceId, id)) await tx.enqueue('send', held);
      tx.wake('listen');
    });
    return this.subscribe.run(workspaceId, id);
  }
}
