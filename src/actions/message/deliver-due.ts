import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import { dueThreads } from '../../store/message/outbound.store.js';
import { DeliverReplies } from './deliver-replies.js';

const together = 50;

/** Sends what the queue of jobs has lost sight of: whatever happened to a job, no reply is forgotten. */
@Injectable()
export class DeliverDue {
  constructor(
    private readonly db: Database,
    private readonly deliver: DeliverReplies,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.read((sql) => dueThreads(sql, together));
    for (const place of due) await this.deliver.run(place);
    return { more: due.length === together };
  }
}
