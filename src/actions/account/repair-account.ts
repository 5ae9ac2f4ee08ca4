import { Injectable } from '@nestjs/common';
import type { AccountView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import type { AccountAccess } from '../../networks/kit/account.js';
import type { Field, Settings } from '../../networks/kit/form.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import { AccountDoor } from '../account-door.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { askNetwork } from './ask-network.js';
import { merged } from './filled-form.js';
import { RenewAccount } from './renew-account.js';

interface NewDetails {
  readonly settings?: Settings | undefined;
  readonly app?: Settings | undefined;
  readonly apiBase?: string | undefined;
}

/** New credentials for an account of ours; fields that are left empty keep what they had. */
@Injectable()
export class RepairAccount {
  constructor(
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
    private readonly renew: RenewAccount,
  ) {}

  async run(caller: Caller, accountId: string, details: NewDetails): Promise<AccountView> {
    mustAllow(caller, 'accounts.manage');
    const account = await this.renew.find(caller, accountId);
    const access = this.repaired(account, details);
    const check = await askNetwork(() => this.networks.need(account.network).check(access, this.http));
    return this.renew.run(account, access, check);
  }

  private repaired(account: Account, { settings, app, apiBase }: NewDetails): AccountAccess {
    const network = this.networks.need(account.network);
    const before = this.door.access(account);
    const unknown = [...unknownNames(network.appFields, app), ...unknownNames(network.accountFields, settings)];
    if (unknown.length > 0) throw new Refusal('account.fields', { fields: unknown.join(', ') });
    return {
      ...before,
      apiBase: apiBase?.replace(/\/+$/, '') ?? before.apiBase,
      app: merged(before.app, app),
      settings: merged(before.settings, settings),
    };
  }
}

function unknownNames(fields: readonly Field[], given: Settings | undefined): string[] {
  return Object.keys(given ?? {}).filter((name) => !fields.some((field) => field.name === name));
}
