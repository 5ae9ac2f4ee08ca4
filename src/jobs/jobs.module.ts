import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Background } from './background.js';
import { Listening } from './listening.js';

/** For processes that work: everything that happens without anybody asking for it. */
@Module({ providers: [Background, Listening] })
export class JobsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly background: Background,
    private readonly listening: Listening,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.background.start(this.listening);
  }

  onApplicationShutdown(): Promise<void> {
    return this.listening.stop();
  }
}
