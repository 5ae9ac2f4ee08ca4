import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import { addDeliveries, type NewDelivery } from '../../store/delivery/delivery.store.js';

const mostTogether = 50;
const commitsAtOnce = 2;

interface Waiting {
  readonly delivery: NewDelivery;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Deliveries that arrive together share a transaction: while one commit is under way, those that come meanwhile wait
 * for the next. A commit costs the same for one as for fifty, and nobody is answered before theirs.
 */
@Injectable()
export class CollectDeliveries {
  private waiting: Waiting[] = [];
  private committing = 0;

  constructor(private readonly db: Database) {}

  /** Resolves when it is stored for good; rejects when it is not. */
  add(delivery: NewDelivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, resolve, reject });
      // Whatever else arrived in this turn of the event loop comes along.
      setImmediate(() => {
        void this.commit();
      });
    });
  }

  private async commit(): Promise<void> {
    if (this.committing >= commitsAtOnce || this.waiting.length === 0) return;
    this.committing += 1;
    const together = this.waiting.slice(0, mostTogether);
    this.waiting = this.waiting.slice(mostTogether);
    try {
      await this.store(together.map(({ delivery }) => delivery));
      for (const { resolve } of together) resolve();
    } catch (error) {
      for (const { reject } of together) reject(error);
    } finally {
      this.committing -= 1;
      void this.commit();
    }
  }

  private async store(deliveries: readonly NewDelivery[]): Promise<void> {
    await this.db.everywhere(async (sql, wake) => {
      await addDeliveries(sql, deliveries);
      wake('deliveries');
    });
  }
}
