import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CarryOutModeration } from '../actions/message/carry-out-moderation.js';
import { CopyAttachments } from '../actions/message/copy-attachments.js';
import { DeliverReplies } from '../actions/message/deliver-replies.js';
import { MeetPerson } from '../actions/message/meet-person.js';
import { ReadThin } from '../actions/message/read-thin.js';
import { RecomputeClocks } from '../actions/sla/recompute-clocks.js';
import { RunBulk } from '../actions/ticket/run-bulk.js';
import { JobQueue } from '../platform/job-queue.js';
import { Wakeups } from '../platform/wakeups.js';
import type { Jobs } from '../store/jobs.js';

/** What a working process does with the jobs of the queue. */
@Injectable()
export class QueuedWork {
  constructor(
    private readonly queue: JobQueue,
    private readonly wakeups: Wakeups,
    private readonly actions: ModuleRef,
  ) {}

  async start(): Promise<void> {
    await this.handle('send', 10, DeliverReplies);
    await this.handle('copy-attachments', 5, CopyAttachments);
    await this.handle('meet-person', 5, MeetPerson);
    await this.handle('read-thin', 5, ReadThin);
    await this.handle('moderate', 5, CarryOutModeration);
    await this.handle('bulk', 2, RunBulk);
    await this.handle('recompute-clocks', 1, RecomputeClocks);
  }

  private async handle<Name extends keyof Jobs>(
    name: Name,
    atOnce: number,
    by: new (...parts: never[]) => { run(job: Jobs[Name]): Promise<void> },
  ): Promise<void> {
    const action = this.actions.get(by, { strict: false });
    await this.queue.work<Jobs[Name]>(name, atOnce, (job) => action.run(job));
    this.wakeups.on(`job:${name}`, () => {
      this.queue.wake(name);
    });
  }
}
