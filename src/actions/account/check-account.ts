import { Injectable } from '@nestjs/common';
import type { AccountCheckView } from '../../contract/index.js';
import type { AccountAccess, AccountCheck } from '../../networks/kit/account.js';
import type { Settings } from '../../networks/kit/form.js';
import type { Network } from '../../networks/kit/network.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { checkView } from './account-facts.js';
import { newAppSettings, sameApp } from './app-of-form.js';
import { askNetwork } from './ask-network.js';
import { filled, type FilledForm } from './filled-form.js';

export interface CheckedForm {
  readonly network: Network;
  readonly apiBase: string;
  readonly app: Settings;
  readonly settings: Settings;
  readonly check: AccountCheck;
}

/** Asks the network who the credentials are for and what they allow, before anything is stored. */
@Injectable()
export class CheckAccount {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
  ) {}

  async run(caller: Caller, form: FilledForm): Promise<AccountCheckView> {
    return checkView((await this.checked(caller, form)).check);
  }

  async checked(caller: Caller, form: FilledForm): Promise<CheckedForm> {
    mustAllow(caller, 'accounts.manage');
    const network = this.networks.need(form.network);
    const app = await this.appSettings(caller, network, form.app);
    const settings = form.byConsent
      ? form.settings
      : filled(network, { app: app.form, settings: form.settings }).settings;
    const apiBase = baseOf(network, form);
    const access = { externalId: '', apiBase, app: app.whole, settings, limits: {} };
    const check = await askNetwork(() => network.check(access, this.http));
    return { network, apiBase, app: app.form, settings: check.settings ?? settings, check };
  }

  /** The same question for an account of ours; throws what the network throws. */
  async stored(account: Account): Promise<{ access: AccountAccess; check: AccountCheck }> {
    const access = this.door.access(account);
    return { access, check: await this.networks.need(account.network).check(access, this.http) };
  }

  /** What was filled in, or what the family's app holds already; with and without what we make for an app. */
  private async appSettings(caller: Caller, network: Network, form: Settings) {
    const apps = await this.db.transaction(caller.workspaceId, (tx) => tx.accounts.apps(network.family));
    const known = network.appFields.length === 0 ? undefined : sameApp(apps, form, this.door);
    if (!known) return { form, whole: newAppSettings(form) };
    const whole = this.door.appSettings(known);
    const names = network.appFields.map(({ name }) => name);
    return { form: Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name))), whole };
  }
}

/** Where the account's API is. A network made of many servers asks for one in its form. */
function baseOf(network: Network, form: Pick<FilledForm, 'apiBase' | 'settings'>): string {
  const named = form.apiBase?.trim() ?? '';
  const server = form.settings['server']?.trim() ?? '';
  const base = named !== '' ? named : server !== '' ? server : network.apiBase;
  return (/^https?:\/\//i.test(base) ? base : `https://${base}`).replace(/\/+$/, '');
}
