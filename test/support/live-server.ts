import { setImmediate as nextTurn } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { LiveAdapter } from '../../src/live/live.adapter.js';
import { LiveModule } from '../../src/live/live.module.js';
import { Clock } from '../../src/platform/clock.js';
import { Log, openLog } from '../../src/platform/log.js';
import { Loops } from '../../src/platform/loops.js';
import { Metrics } from '../../src/platform/metrics.js';
import type { PgOptions } from '../../src/platform/postgres/pg-options.js';
import { Wakeups } from '../../src/platform/wakeups.js';
import { dataSourceOf } from '../../src/store/data-source.js';
import { Database } from '../../src/store/database.js';

export const ownOrigin = 'https://relais.example';

export interface LiveServer {
  readonly url: string;
  readonly db: Database;
  readonly source: DataSource;
  readonly loops: Loops;
  /** Resolves when it has looked at the feed, from now on. */
  hasRead(): Promise<void>;
  /** Lets its clock go forward. */
  turnClock(ms: number): void;
  stop(): Promise<void>;
}

class TurnedClock extends Clock {
  ahead = 0;
  now(): Date {
    return new Date(new Date().getTime() + this.ahead);
  }
}

/** One process that serves consoles and does nothing else. */
export async function startLive(options: PgOptions, asked: { wakeups?: boolean } = {}): Promise<LiveServer> {
  const log = openLog({ level: process.env['TEST_LOG'] ?? 'silent' });
  const clock = new TurnedClock();
  const metrics = new Metrics();
  const loops = new Loops(log, clock, metrics);
  const wakeups = new Wakeups(options, { enabled: asked.wakeups ?? true, log });
  await wakeups.start();
  const source = await dataSourceOf(options).initialize();
  const db = new Database(source, wakeups, { add: async () => {} });

  const services = [
    { provide: Clock, useValue: clock },
    { provide: Metrics, useValue: metrics },
    { provide: Log, useValue: log },
    { provide: Loops, useValue: loops },
    { provide: Wakeups, useValue: wakeups },
    { provide: Database, useValue: db },
  ];
  @Global()
  @Module({ providers: services, exports: services.map(({ provide }) => provide) })
  class Services {}
  @Module({ imports: [Services, LiveModule] })
  class App {}

  const app = await NestFactory.create(App, { logger: false });
  app.useWebSocketAdapter(new LiveAdapter(app, ownOrigin));
  await app.listen(0, '127.0.0.1');
  return {
    url: await app.getUrl(),
    db,
    source,
    loops,
    hasRead: async () => {
      const reads = () => loops.states().find(({ name }) => name === 'feed')?.steps ?? 0;
      // One may be under way, begun before.
      const enough = reads() + 2;
      while (reads() < enough) {
        wakeups.wake('feed');
        await nextTurn();
      }
    },
    turnClock: (ms) => {
      clock.ahead += ms;
    },
    stop: async () => {
      await app.close();
      await loops.stop();
      await wakeups.stop();
      await source.destroy();
    },
  };
}
