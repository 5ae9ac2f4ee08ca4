import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { replayDeliveries } from '../../store/delivery/delivery.store.js';
import { WorkspaceStore } from '../../store/team/workspace.store.js';
import type { Work } from '../../store/work.js';
import { AccountDoor } from '../account-door.js';
import type { Caller } from '../caller.js';
import { factsOf } from './account-facts.js';
import { appFor } from './app-of-form.js';
import { CheckAccount, type CheckedForm } from './check-account.js';
import type { FilledForm } from './filled-form.js';
import { RenewAccount } from './renew-account.js';
import { SubscribeAccount } from './subscribe-account.js';

interface Connection extends FilledForm {
  readonly brand?: string | undefined;
}

/** Adds an account once the network has said who it is, and makes the network call us for it. */
@Injectable()
export class ConnectAccount {
  constructor(
    private readonly db: Database,
    private readonly door: AccountDoor,
    private readonly check: CheckAccount,
    private readonly subscribe: SubscribeAccount,
    private readonly renew: RenewAccount,
  ) {}

  async run(caller: Caller, { brand, ...form }: Connection): Promise<AccountView> {
    return this.connect(caller, await this.check.checked(caller, form), brand);
  }

  /** For who agreed at the network once more: an account that is here already takes the new credentials. */
  async orRenew(caller: Caller, { brand, ...form }: Connection): Promise<AccountView> {
    const checked = await this.check.checked(caller, form);
    const known = await this.db.transaction(caller.workspaceId, (tx) =>
      tx.accounts.anyByExternalId(checked.network.id, checked.check.externalId),
    );
    if (!known || known.state === 'disconnected') return this.connect(caller, checked, brand);
    const access = { ...this.door.access(known), apiBase: checked.apiBase, settings: checked.settings };
    return this.renew.run(known, access, checked.check);
  }

  private async connect({ workspaceId }: Caller, checked: CheckedForm, brand = ''): Promise<AccountView> {
    const id = await this.db.transaction(workspaceId, (tx) => this.store(tx, checked, brand.trim()));
    return this.subscribe.run(workspaceId, id);
  }

  private async store(tx: Work, { network, apiBase, ...checked }: CheckedForm, brand: string): Promise<string> {
    const { externalId, name } = checked.check;
    const known = await tx.accounts.anyByExternalId(network.id, externalId);
    if (known !== null && known.state !== 'disconnected') throw new Refusal('account.exists', { name: known.name });

    const app = await appFor(tx, { network, settings: checked.app }, this.door);
    const id = known?.id ?? newId();
    const stored = await tx.accounts.add({
      id,
      appId: app.id,
      brandId: brand === '' ? null : await new WorkspaceStore(tx.sql, tx.workspaceId).brand(brand, newId()),
      network: network.id,
      externalId,
      apiBase,
      settingsSealed: this.door.sealAccount(id, checked.settings),
      facts: factsOf(checked.check, network),
    });
    // Somebody connected it a moment ago; its secrets are sealed for that other row.
    if (stored !== id) throw new Refusal('account.exists', { name });
    await replayDeliveries(tx.sql, tx.workspaceId, { appId: app.id });
    tx.wake('deliveries');
    tx.wake('listen');
    return id;
  }
}
