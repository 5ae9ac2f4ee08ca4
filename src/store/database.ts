import type { DataSource, QueryRunner } from 'typeorm';
import { errorCode } from '../platform/error-code.js';
import type { JobQueue } from '../platform/job-queue.js';
import { RoutingCache } from './routing/routing-cache.js';
import { BookCache } from './sla/book-cache.js';
import { Sql } from './sql.js';
import { ModelCache } from './understanding/model-cache.js';
import { Work } from './work.js';

/**
 * Serialisation failure and deadlock: PostgreSQL undid everything, and asks for another try. A broken constraint of
 * uniqueness: somebody else was faster between our look and our writing, and the next look will find it.
 */
const tryAgain = ['40001', '40P01', '23505'];
const mostTries = 5;

/** Who is told, after a commit, that there is something to do. */
export interface WakeUps {
  wake(topic: string): void;
}

/** Transactions. Work in them is short and calls nobody: they hold locks, and the feed's horizon. */
export class Database {
  private readonly caches = { books: new BookCache(), routes: new RoutingCache(), models: new ModelCache() };

  constructor(
    private readonly source: DataSource,
    private readonly wakeUps: WakeUps,
    private readonly jobs: Pick<JobQueue, 'add'>,
  ) {}

  /** Changes in one workspace. `work` may run more than once, so it must do nothing but change the database. */
  transaction<T>(workspaceId: number, work: (tx: Work) => Promise<T>): Promise<T> {
    return this.everywhere((sql, wake) => work(new Work({ sql, wake, jobs: this.jobs, ...this.caches }, workspaceId)));
  }

  /** Changes that belong to no single workspace: claims, stored deliveries. `wake` names who is to look afterwards. */
  async everywhere<T>(work: (sql: Sql, wake: (topic: string) => void) => Promise<T>): Promise<T> {
    const topics = new Set<string>();
    const wake = (topic: string) => topics.add(topic);
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await this.inside('begin', (sql) => work(sql, wake));
        for (const topic of topics) this.wakeUps.wake(topic);
        return result;
      } catch (error) {
        if (tries === mostTries || !tryAgain.includes(errorCode(error) ?? '')) throw error;
      }
    }
  }

  /** Reads that must agree with each other, and with the cursor that is read among them: one snapshot for all. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.inside('begin isolation level repeatable read read only', work);
  }

  private async inside<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.query(begin);
      const result = await work(new Sql(runner));
      await runner.query('commit');
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  // When this fails the connection is gone, and the transaction with it; the first error says why.
  await runner.query('rollback').catch(() => null);
}
