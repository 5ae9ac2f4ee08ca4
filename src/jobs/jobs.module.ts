import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Background } from './background.js';
import { Listening } from './listening.js';
import { QueuedWork } from './queued-work.js';

/** For processes that work: everything that happens without anybody asking for it. */
@Module({ providers: [Background, Listening, QueuedWork] })
export class JobsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly background: Background,
    private readonly queued: QueuedWork,
    private readonly listening: Listening,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    this.background.start(this.listening);
    return this.queued.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listening.stop();
  }
}
