import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { dropOldDeliveries } from '../../store/delivery/delivery.store.js';
import { dropOldDrafts } from '../../store/message/draft.store.js';
import { dropOldFeed } from '../../store/feed/feed.store.js';

const day = 86_400_000;
const feedMs = day;
const deliveriesMs = 30 * day;
const lot = 5000;

/** Drops what has served: the feed after a day, done deliveries and drafts that were sent or erased after a month. Dead letters stay until a human decides. */
@Injectable()
export class DropOld {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const now = this.clock.now().getTime();
    const feed = await this.db.everywhere((sql) => dropOldFeed(sql, new Date(now - feedMs), lot));
    const old = new Date(now - deliveriesMs);
    const deliveries = await this.db.everywhere((sql) => dropOldDeliveries(sql, old, lot));
    const drafts = await this.db.everywhere((sql) => dropOldDrafts(sql, old, lot));
    return { more: [feed, deliveries, drafts].includes(lot) };
  }
}
