import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import type { Message } from '../../store/message/message.store.js';
import { openAttempt } from '../../store/message/outbound.store.js';
import type { Work } from '../../store/work.js';
import { tellMessage } from '../ticket/tell.js';
import { CallNetwork, type Task } from './call-network.js';
import { EndAttempt } from './end-attempt.js';

/** A sender that has not said how it ended by then is taken for dead; no call may last as long. */
const leaseMs = 60_000;

interface Place {
  readonly workspaceId: number;
  readonly threadId: string;
}

/** What to do next in a thread: send a reply, look after one in doubt, or nothing before something happens. */
type Next =
  | { readonly is: 'send' | 'settle'; readonly task: Task }
  | { readonly is: 'nothing' }
  /** Somebody died over it; now it is in doubt. */
  | { readonly is: 'again' };

/**
 * Sends what waits in a thread, one after the other in the order in which it was written. Run by anybody at any time,
 * as often as one likes: what is to do is in the rows, and the thread is held while it is decided.
 */
@Injectable()
export class DeliverReplies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly network: CallNetwork,
    private readonly end: EndAttempt,
  ) {}

  async run(place: Place): Promise<void> {
    for (;;) {
      const next = await this.db.transaction(place.workspaceId, (tx) => this.decide(tx, place));
      if (next.is === 'nothing') return;
      if (next.is === 'send') await this.send(place, next.task);
      if (next.is === 'settle') await this.settle(place, next.task);
    }
  }

  private async decide(tx: Work, place: Place): Promise<Next> {
    const thread = await tx.threads.lock(place.threadId);
    const account = thread ? await tx.accounts.find(thread.accountId) : null;
    const now = this.clock.now();
    if (!thread || !account || !speaks(account, now)) return { is: 'nothing' };
    const message = await tx.messages.firstUnsettled(thread.id, now);
    if (!message) return { is: 'nothing' };

    const notBefore = later(account.pausedUntil, message.nextTryAt);
    if (notBefore && notBefore > now) return this.waitUntil(tx, place, notBefore);
    const task = { account, message, attemptId: newId() };
    if (message.state === 'sending') return this.takeOver(tx, message, now);
    if (message.state === 'unknown') return { is: 'settle', task };
    return { is: 'send', task: await this.begin(tx, task) };
  }

  private async waitUntil(tx: Work, place: Place, at: Date): Promise<Next> {
    await tx.enqueue('send', { workspaceId: place.workspaceId, threadId: place.threadId }, at);
    return { is: 'nothing' };
  }

  private async takeOver(tx: Work, message: Message, now: Date): Promise<Next> {
    await tx.messages.change(message.id, { state: 'unknown', nextTryAt: now });
    await tellMessage(tx, message.id);
    return { is: 'again' };
  }

  /** Committed before the call: whoever finds it later knows that a call may have been made. */
  private async begin(tx: Work, task: Task): Promise<Task> {
    const { message } = task;
    const tries = message.tries + 1;
    const nextTryAt = new Date(this.clock.now().getTime() + leaseMs);
    await tx.messages.change(message.id, { state: 'sending', tries, nextTryAt });
    await openAttempt(tx.sql, tx.workspaceId, { id: task.attemptId, messageId: message.id });
    await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId }, nextTryAt);
    await tellMessage(tx, message.id);
    return { ...task, message: { ...message, tries } };
  }

  private async send(place: Place, task: Task): Promise<void> {
    const result = await this.network.send(task);
    await this.db.transaction(place.workspaceId, (tx) => this.end.inside(tx, task, result));
  }

  private async settle(place: Place, task: Task): Promise<void> {
    const result = await this.network.settle(task);
    await this.db.transaction(place.workspaceId, (tx) => this.end.settled(tx, task, result));
  }
}

/** Replies of an account that cannot speak are held, also while it waits for fresh credentials. */
function speaks({ state, refreshAt, expiresAt }: Account, now: Date): boolean {
  const hasEnded = refreshAt !== null && expiresAt !== null && expiresAt <= now;
  return (state === 'active' || state === 'restricted') && !hasEnded;
}

function later(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
