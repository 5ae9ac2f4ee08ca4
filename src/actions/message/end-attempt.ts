import { Injectable } from '@nestjs/common';
import { afterFailure, nextLook } from '../../domain/message/after-failure.js';
import type { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Budget, Sent, Settled } from '../../networks/kit/outbound.js';
import { Clock } from '../../platform/clock.js';
import { closeAttempt } from '../../store/message/outbound.store.js';
import type { Work } from '../../store/work.js';
import { tellMessage, tellThread } from '../ticket/tell.js';
import { AfterSendFailure } from './after-send-failure.js';
import type { SendResult, Task } from './call-network.js';
import { MarkSent } from './mark-sent.js';
import { settleThread } from './settle-thread.js';

/** How an attempt ended, written down: what the network said decides what follows. */
@Injectable()
export class EndAttempt {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly sent: MarkSent,
    private readonly failed: AfterSendFailure,
  ) {}

  async inside(tx: Work, task: Task, result: SendResult): Promise<void> {
    await tx.threads.lock(task.message.threadId);
    await closeAttempt(tx.sql, tx.workspaceId, { id: task.attemptId, ...attemptEnd(result) });
    const message = await tx.messages.lock(task.message.id);
    // An echo, or a human, was faster.
    if (!message || message.state === 'sent' || message.state === 'discarded') return;
    if (result.is === 'sent') await this.accepted(tx, { ...task, message }, result.sent);
    else if (result.is === 'failed') await this.refused(tx, { ...task, message }, result.failure);
    else await this.doubted(tx, { ...task, message });
  }

  /** The answer of a read-back. With a native key nothing is read: the reply is sent again under the same key. */
  async settled(tx: Work, task: Task, settled: Settled | null): Promise<void> {
    await tx.threads.lock(task.message.threadId);
    const message = await tx.messages.lock(task.message.id);
    if (message?.state !== 'unknown') return;
    if (settled?.is === 'sent') return this.accepted(tx, { ...task, message }, settled.sent);
    const { idempotency } = this.networks.need(task.account.network).capabilities;
    if (settled?.is === 'absent' || (!settled && idempotency === 'native-key')) {
      await tx.messages.change(message.id, { state: 'queued', nextTryAt: null });
      await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId });
      return tellMessage(tx, message.id);
    }
    return this.doubted(tx, { ...task, message: { ...message, settles: message.settles + 1 } });
  }

  private async accepted(tx: Work, task: Task, sent: Sent): Promise<void> {
    const now = this.clock.now();
    await spend(tx, task.account.id, { budget: sent.budget, now });
    const { account } = task;
    const message = sent.thread
      ? await settleThread(tx, task, { told: sent.thread, networks: this.networks })
      : task.message;
    const { id: externalId, at = now, permalink } = sent;
    const accepted = { accountId: account.id, externalId, at, now };
    await this.sent.inside(tx, message, permalink === undefined ? accepted : { ...accepted, permalink });
    // Its address and its person are known now: how the exchange can be answered has changed.
    const place = { id: message.threadId, ticketId: message.ticketId };
    if (sent.thread) await tellThread(tx, place, { rulesOf: this.networks.rulesOf, now });
  }

  private async refused(tx: Work, task: Task, failure: SendFailure): Promise<void> {
    const now = this.clock.now();
    const { tries } = task.message;
    const after = afterFailure(failure.kind, { tries, retryAfterMs: failure.retryAfterMs ?? null, now });
    await this.failed.inside(tx, task, { failure, after });
  }

  private async doubted(tx: Work, task: Task): Promise<void> {
    const { message, account } = task;
    const { idempotency } = this.networks.need(account.network).capabilities;
    const nextTryAt = nextLook(idempotency, message.settles, this.clock.now());
    await this.failed.doubt(tx, message, nextTryAt);
  }
}

/** The network's own word on our rate: nobody calls for this account before that. */
async function spend(tx: Work, accountId: string, by: { budget: Budget | undefined; now: Date }): Promise<void> {
  const { pauseMs = 0, usedPercent } = by.budget ?? {};
  if (usedPercent !== undefined) await tx.accounts.used(accountId, usedPercent);
  if (pauseMs > 0) await tx.accounts.pause(accountId, new Date(by.now.getTime() + pauseMs));
}

function attemptEnd(result: SendResult): { outcome: string; code: string | null; detail: string | null } {
  if (result.is === 'sent') return { outcome: 'sent', code: null, detail: null };
  if (result.is === 'unknown') return { outcome: 'unknown', code: null, detail: result.why };
  const { kind, code, message } = result.failure;
  return { outcome: kind, code, detail: message };
}
