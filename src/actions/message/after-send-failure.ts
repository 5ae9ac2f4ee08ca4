import { Injectable } from '@nestjs/common';
import type { AfterFailure } from '../../domain/message/after-failure.js';
import type { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import type { Message } from '../../store/message/message.store.js';
import type { Work } from '../../store/work.js';
import { StopAccount } from '../account/stop-account.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellLine, tellMessage, tellThread, tellTicket } from '../ticket/tell.js';
import type { Task } from './call-network.js';
import { endWaiting } from './end-waiting.js';

/** What follows from a send that the network refused, or that nobody knows the end of. */
@Injectable()
export class AfterSendFailure {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly stop: StopAccount,
  ) {}

  async inside(
    tx: Work,
    task: Task,
    by: { readonly failure: SendFailure; readonly after: AfterFailure },
  ): Promise<void> {
    const { failure, after } = by;
    const { message, account } = task;
    if (failure.kind === 'customer-unreachable') await tx.threads.reachable(message.threadId, false);
    if (after.do === 'give-up') return this.giveUp(tx, message, failure);

    const nextTryAt = after.do === 'wait' ? after.at : null;
    if (nextTryAt && holdsTheAccount(failure)) await tx.accounts.pause(account.id, nextTryAt);
    const why = { kind: failure.kind, code: failure.code, retryAt: nextTryAt?.toISOString() ?? null };
    await tx.messages.change(message.id, { state: 'queued', tries: after.tries, nextTryAt, failure: why });
    // Its replies are held until the account has credentials that are taken.
    if (failure.kind === 'needs-reauth')
      await this.stop.inside(tx, account, { code: failure.code, detail: failure.message });
    if (nextTryAt) await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId }, nextTryAt);
    await tellMessage(tx, message.id);
  }

  /** `nextLook`: when it is looked after again; null when only a human can tell. */
  async doubt(tx: Work, message: Message, nextLook: Date | null): Promise<void> {
    const { settles } = message;
    const failure = { kind: 'unknown', code: '', retryAt: nextLook?.toISOString() ?? null };
    await tx.messages.change(message.id, { state: 'unknown', nextTryAt: nextLook, settles, failure });
    if (nextLook) await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId }, nextLook);
    await this.reopen(tx, message, 'send-unknown');
  }

  private async giveUp(tx: Work, message: Message, failure: SendFailure): Promise<void> {
    const { kind, code } = failure;
    const why = { kind, code, retryAt: null };
    await tx.messages.change(message.id, { state: 'failed', nextTryAt: null, failure: why });
    const { ticketId } = message;
    await tx.tickets.lock(ticketId);
    await endWaiting(tx, message, 'failed');
    await tellLine(tx, { ticketId, agentId: null, code: 'reply-failed', facts: { kind } });
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now() };
    if (kind === 'customer-unreachable') await tellThread(tx, { id: message.threadId, ticketId }, by);
    await this.reopen(tx, message, 'send-failed');
    // What was written after it need not wait for it.
    await tx.enqueue('send', { workspaceId: tx.workspaceId, threadId: message.threadId });
  }

  /** The customer has no answer: the ticket is ours again, and its clock goes on as if nothing had been sent. */
  private async reopen(tx: Work, message: Message, cause: string): Promise<void> {
    const ticket = await tx.tickets.lock(message.ticketId);
    if (!ticket) return;
    const by = { rulesOf: this.networks.rulesOf, now: this.clock.now() };
    await settleTicket(tx, ticket, { cause: 'send-failed', ...by });
    await tellMessage(tx, message.id);
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await tellTicket(tx, ticket.id, { was, cause, actorId: null });
  }
}

/** A limit of the account's is no limit of one person's. */
function holdsTheAccount({ kind, onlyHere }: SendFailure): boolean {
  return kind === 'rate-limited' && !onlyHere;
}
