import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { appByKey, type CalledApp } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';

/** Milliseconds that an app is remembered: a burst of calls asks the database once, a new secret counts at once enough. */
const rememberedMs = 1000;
const mostRemembered = 100;

/** The app whose webhook was called. */
@Injectable()
export class FindApp {
  private readonly known = new Map<string, { readonly app: CalledApp; readonly until: number }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for a key that there is not. */
  async byKey(key: string): Promise<CalledApp | null> {
    const now = this.clock.now().getTime();
    const remembered = this.known.get(key);
    if (remembered && remembered.until > now) return remembered.app;
    const app = await this.db.read((sql) => appByKey(sql, key));
    if (!app) return null;
    if (this.known.size >= mostRemembered) this.known.clear();
    this.known.set(key, { app, until: now + rememberedMs });
    return app;
  }
}
