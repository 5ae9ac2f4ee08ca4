import type { LiveEvent } from '../contract/index.js';
import type { JobQueue } from '../platform/job-queue.js';
import { appendToFeed } from './feed/feed.store.js';
import type { Jobs } from './jobs.js';
import type { RoutingCache } from './routing/routing-cache.js';
import type { BookCache } from './sla/book-cache.js';
import { BookStore } from './sla/book.store.js';
import type { Sql } from './sql.js';
import type { ModelCache } from './understanding/model-cache.js';

export interface Parts {
  readonly sql: Sql;
  readonly wake: (topic: string) => void;
  readonly jobs: Pick<JobQueue, 'add'>;
  readonly books: BookCache;
  readonly routes: RoutingCache;
  readonly models: ModelCache;
}

/** What every transaction in a workspace can do besides changing tables. */
export class Transaction {
  readonly sql: Sql;
  /** What the workspace promises. */
  readonly books: BookStore;

  constructor(
    private readonly parts: Parts,
    readonly workspaceId: number,
  ) {
    this.sql = parts.sql;
    this.books = new BookStore(parts.sql, workspaceId, parts.books);
  }

  /**
   * Told to every screen that may see it, once this transaction has committed. Sight is judged by where the ticket
   * stands at this moment: change it first, then tell.
   */
  async tell(...events: readonly LiveEvent[]): Promise<void> {
    await appendToFeed(this.sql, this.workspaceId, events);
    this.parts.wake('feed');
  }

  /** Work for later, put in the queue with this transaction or not at all. */
  async enqueue<Name extends keyof Jobs>(name: Name, data: Jobs[Name], at?: Date): Promise<void> {
    const job = { name, data, ...(at === undefined ? {} : { at }) };
    await this.parts.jobs.add(job, (text, values) => this.sql.many(text, values));
    this.wake(`job:${name}`);
  }

  /** Somebody is to look for work as soon as this transaction has committed. */
  wake(topic: string): void {
    this.parts.wake(topic);
  }
}
