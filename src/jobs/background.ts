import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApplyDeliveries } from '../actions/delivery/apply-deliveries.js';
import { DropOld } from '../actions/delivery/drop-old.js';
import { CopyAttachments } from '../actions/message/copy-attachments.js';
import { DeliverDue } from '../actions/message/deliver-due.js';
import { DeliverReplies } from '../actions/message/deliver-replies.js';
import { MeetPerson } from '../actions/message/meet-person.js';
import { AssignTickets } from '../actions/routing/assign-tickets.js';
import { RequeueLeft } from '../actions/routing/requeue-left.js';
import { JobQueue } from '../platform/job-queue.js';
import { Loops } from '../platform/loops.js';
import { Wakeups } from '../platform/wakeups.js';
import type { Jobs } from '../store/jobs.js';
import type { Listening } from './listening.js';

const second = 1000;

/** The loops of a working process, and what it does with the jobs of the queue. */
@Injectable()
export class Background {
  constructor(
    private readonly loops: Loops,
    private readonly queue: JobQueue,
    private readonly wakeups: Wakeups,
    private readonly actions: ModuleRef,
  ) {}

  async start(listening: Listening): Promise<void> {
    const { queue } = this;
    this.loop('deliveries', this.get(ApplyDeliveries), 0.5);
    this.loop('assign', this.get(AssignTickets), 2);
    this.loop('left', this.get(RequeueLeft), 15);
    this.loop('overdue-sends', this.get(DeliverDue), 15);
    this.loop('drop-old', this.get(DropOld), 600);
    this.loop('listen', { run: () => listening.step() }, 3);

    const [deliver, copy, meet] = [this.get(DeliverReplies), this.get(CopyAttachments), this.get(MeetPerson)];
    await queue.work<Jobs['send']>('send', 10, (job) => deliver.run(job));
    await queue.work<Jobs['copy-attachments']>('copy-attachments', 5, (job) => copy.run(job));
    await queue.work<Jobs['meet-person']>('meet-person', 5, (job) => meet.run(job));
    for (const name of ['send', 'copy-attachments', 'meet-person']) {
      this.wakeups.on(`job:${name}`, () => {
        queue.wake(name);
      });
    }
  }

  /** A loop that is woken by the topic of its own name, and looks by itself every so many seconds. */
  private loop(name: string, action: { run(): Promise<{ more: boolean }> }, seconds: number): void {
    const loop = this.loops.start(name, { pauseMs: seconds * second, step: () => action.run() });
    this.wakeups.on(name, () => {
      loop.wake();
    });
  }

  private get<T>(action: new (...parts: never[]) => T): T {
    return this.actions.get(action, { strict: false });
  }
}
