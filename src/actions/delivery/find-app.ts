import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Settings } from '../../networks/kit/form.js';
import { appByKey, type CalledApp } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { AccountDoor } from '../account-door.js';

/** Milliseconds that an app is remembered: a burst of calls asks the database once, a new secret counts at once enough. */
const rememberedMs = 1000;
const mostRemembered = 100;

/** An app with its secrets opened; in memory only. */
export interface OpenedApp extends CalledApp {
  readonly settings: Settings;
}

/** The app whose webhook was called. */
@Injectable()
export class FindApp {
  private readonly known = new Map<string, { readonly app: OpenedApp; readonly until: number }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly door: AccountDoor,
  ) {}

  /** Null for a key that there is not. */
  async byKey(key: string): Promise<OpenedApp | null> {
    const now = this.clock.now().getTime();
    const remembered = this.known.get(key);
    if (remembered && remembered.until > now) return remembered.app;
    const called = await this.db.read((sql) => appByKey(sql, key));
    if (!called) return null;
    const app = { ...called, settings: this.door.appSettings(called) };
    if (this.known.size >= mostRemembered) this.known.clear();
    this.known.set(key, { app, until: now + rememberedMs });
    return app;
  }
}
