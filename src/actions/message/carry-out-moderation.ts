import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import { CallModeration, type ModerationTask } from './call-moderation.js';
import { EndModeration } from './end-moderation.js';

/** Whoever has not said by then how it ended is taken for dead. */
const leaseMs = 60_000;

/** Asks the network to do what a moderator wants. Tried like a reply: the kind of a failure decides what follows. */
@Injectable()
export class CarryOutModeration {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly network: CallModeration,
    private readonly end: EndModeration,
  ) {}

  async run(ask: { readonly workspaceId: number; readonly moderationId: string }): Promise<void> {
    const task = await this.db.transaction(ask.workspaceId, (tx) => this.begin(tx, ask.moderationId));
    if (!task) return;
    const failure = await this.network.run(task);
    await this.db.transaction(ask.workspaceId, (tx) => this.end.inside(tx, task, failure));
  }

  /** Null when somebody has it, or its time has not come, or its account cannot speak. */
  private async begin(tx: Work, id: string): Promise<ModerationTask | null> {
    const moderation = await tx.moderations.lock(id);
    const now = this.clock.now();
    if (moderation?.state !== 'pending' || (moderation.nextAt && moderation.nextAt > now)) return null;
    const at = await placeOf(tx, moderation.messageId);
    if (!at) return null;
    const tries = moderation.tries + 1;
    await tx.moderations.change(id, { state: 'pending', tries, nextAt: new Date(now.getTime() + leaseMs) });
    return { moderation: { ...moderation, tries }, ...at };
  }
}

/** Where the message stands; null while its account cannot speak. */
async function placeOf(tx: Work, messageId: string): Promise<Pick<ModerationTask, 'account' | 'externalId'> | null> {
  const message = await tx.messages.find(messageId);
  if (!message || message.externalId === null) return null;
  const thread = await tx.threads.find(message.threadId);
  const account = thread && (await tx.accounts.find(thread.accountId));
  if (account?.state !== 'active' && account?.state !== 'restricted') return null;
  return { account, externalId: message.externalId };
}
