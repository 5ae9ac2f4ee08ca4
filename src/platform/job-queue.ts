import { PgBoss } from 'pg-boss';
import type { Log } from './log.js';
import type { PgOptions } from './postgres/pg-options.js';

/** A statement on somebody's open transaction: what is put in the queue there is put in with it, or not at all. */
export type Execute = (text: string, values: readonly unknown[]) => Promise<unknown[]>;

export interface Job {
  readonly name: string;
  readonly data: object;
  /** Not before this instant. */
  readonly at?: Date;
}

/** At least once: a job whose process died is taken over by another after this many seconds without a sign of life. */
const heartbeatSeconds = 10;
const pollSeconds = 2;

/** The queue of jobs, in PostgreSQL like everything else. Handlers must bear to be called twice for the same job. */
export class JobQueue {
  private readonly boss: PgBoss;
  private readonly workers = new Map<string, string>();
  private readonly log: Log;

  constructor(options: PgOptions, parts: { readonly log: Log; readonly works: boolean }) {
    this.log = parts.log;
    const { host, port, user, password, database, ssl } = options;
    this.boss = new PgBoss({
      host,
      user,
      database,
      ...(port === undefined ? {} : { port }),
      ...(password === undefined ? {} : { password }),
      ...(ssl === undefined ? {} : { ssl }),
      application_name: 'relais jobs',
      schema: 'jobs',
      max: 3,
      supervise: parts.works,
      schedule: parts.works,
      monitorIntervalSeconds: 5,
    });
    this.boss.on('error', (error) => {
      parts.log.warn({ error }, 'The job queue reports an error.');
    });
  }

  /** Creates what is missing. The queues must be named before anything is put in one. */
  async start(names: readonly string[]): Promise<void> {
    await this.boss.start();
    for (const name of names) {
      await this.boss.createQueue(name, { retryLimit: 20, retryBackoff: true, retryDelayMax: 300, heartbeatSeconds });
    }
  }

  /** Waits for the jobs that run. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  async add(job: Job, execute: Execute): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => ({ rows: await execute(text, values) }),
    };
    await this.boss.send(job.name, job.data, { db, ...(job.at === undefined ? {} : { startAfter: job.at }) });
  }

  /** Handles the jobs of one queue, several at a time; a job whose handler throws comes again later. */
  async work<Data extends object>(name: string, atOnce: number, handle: (data: Data) => Promise<void>): Promise<void> {
    const options = {
      batchSize: atOnce,
      pollingIntervalSeconds: pollSeconds,
      burstWhenBatchFull: true,
      perJobResults: true,
    };
    const id = await this.boss.work<Data, unknown, typeof options>(name, options, async (jobs) => {
      return Promise.all(
        jobs.map(async (job) => {
          try {
            await handle(job.data);
            return { id: job.id, status: 'completed' as const };
          } catch (error) {
            this.log.error({ error, job: name }, 'A job failed; it comes again.');
            return { id: job.id, status: 'failed' as const, output: { message: String(error) } };
          }
        }),
      );
    });
    this.workers.set(name, id);
  }

  /** Something was put in this queue: look now, not at the next turn. */
  wake(name: string): void {
    const worker = this.workers.get(name);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  /** A job that comes again by the clock (cron, five fields, UTC). */
  async everyday(name: string, cron: string): Promise<void> {
    await this.boss.schedule(name, cron);
  }
}
