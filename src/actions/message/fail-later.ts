import { Injectable } from '@nestjs/common';
import type { MessageFailed } from '../../domain/message/inbound-event.js';
import { SendFailure } from '../../networks/kit/failure.js';
import type { Work } from '../../store/work.js';
import { AfterSendFailure } from './after-send-failure.js';
import { done, type EventOutcome, type Scene } from './event-outcome.js';

/** A reply that the network had accepted was not delivered: it failed after all, and its ticket is ours again. */
@Injectable()
export class FailLater {
  constructor(private readonly failed: AfterSendFailure) {}

  async inside(tx: Work, { account }: Scene, event: MessageFailed): Promise<EventOutcome> {
    const id = await tx.messageKeys.messageOf(account.id, event.id);
    const found = id === null ? null : await tx.messages.find(id);
    // The answer to its sending may be on its way still.
    if (!found) return { is: 'later', what: 'the failure of a message that is not known' };
    await tx.threads.lock(found.threadId);
    const message = await tx.messages.lock(found.id);
    const isOpen = message?.direction === 'out' && message.state === 'sent' && message.externalId === event.id;
    if (!isOpen) return done;
    const { failure: kind, code, detail } = event;
    const failure = new SendFailure({ kind, code, detail });
    await this.failed.inside(tx, { account, message, attemptId: '' }, { failure, after: { do: 'give-up' } });
    return done;
  }
}
