import { Injectable } from '@nestjs/common';
import type { AccountAccess } from '../networks/kit/account.js';
import type { Settings } from '../networks/kit/form.js';
import { parseJson } from '../platform/json.js';
import { SecretBox } from '../platform/secret-box.js';
import type { Account, App } from '../store/account/account.store.js';

/** Opens and seals the secrets of accounts and apps; opened ones live in memory only. */
@Injectable()
export class AccountDoor {
  constructor(private readonly box: SecretBox) {}

  access(account: Account): AccountAccess {
    return {
      externalId: account.externalId,
      apiBase: account.apiBase,
      app: this.open(account.appSettingsSealed, `app:${account.appId}`),
      settings: this.open(account.settingsSealed, `account:${account.id}`),
      limits: account.limits,
    };
  }

  appSettings(app: Pick<App, 'id' | 'settingsSealed'>): Settings {
    return this.open(app.settingsSealed, `app:${app.id}`);
  }

  sealApp(id: string, settings: Settings): string {
    return this.box.seal(JSON.stringify(settings), `app:${id}`);
  }

  sealAccount(id: string, settings: Settings): string {
    return this.box.seal(JSON.stringify(settings), `account:${id}`);
  }

  private open(sealed: string, owner: string): Settings {
    return settingsFrom(this.box.open(sealed, owner));
  }
}

/** Only text survives: whatever else stands in a record was never put there by a form. */
function settingsFrom(record: string): Settings {
  const told = parseJson(record);
  if (typeof told !== 'object' || told === null) return {};
  return Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'string'));
}
