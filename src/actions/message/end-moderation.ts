import { Injectable } from '@nestjs/common';
import { afterFailure } from '../../domain/message/after-failure.js';
import type { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import type { Message, MessageChange } from '../../store/message/message.store.js';
import { ourReaction } from '../../store/message/message.view.js';
import type { Moderation } from '../../store/message/moderation.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { NetworkCatalogue } from '../account/network-catalogue.js';
import { tellAccount } from '../account/tell-account.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';
import type { ModerationTask } from './call-moderation.js';

/** What the network said to a moderation, written down: shown on the message, or tried again, or given up. */
@Injectable()
export class EndModeration {
  constructor(
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly catalogue: NetworkCatalogue,
  ) {}

  async inside(tx: Work, task: ModerationTask, failure: SendFailure | null): Promise<void> {
    const found = await tx.messages.find(task.moderation.messageId);
    if (!found) return;
    await tx.threads.lock(found.threadId);
    const ticket = await tx.tickets.lock(found.ticketId);
    const message = await tx.messages.lock(found.id);
    const held = await tx.moderations.lock(task.moderation.id);
    // Another worker took it over meanwhile, and decides.
    if (!ticket || !message || held?.state !== 'pending' || held.tries !== task.moderation.tries) return;
    if (failure) {
      await this.failed(tx, { ...task, moderation: held }, failure);
      await tx.messages.change(message.id, {});
    } else await this.done(tx, { ticket, message, moderation: held });
    await tellMessage(tx, message.id);
  }

  private async done(
    tx: Work,
    { ticket, message, moderation }: { ticket: Ticket; message: Message; moderation: Moderation },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.moderations.change(moderation.id, { state: 'done', doneAt: now });
    await tx.messages.change(message.id, effect(moderation, message, now));
    if (moderation.act === 'delete') await this.settle(tx, ticket, moderation);
  }

  /** What was deleted asks for nothing any more. */
  private async settle(tx: Work, ticket: Ticket, { agentId }: Moderation): Promise<void> {
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await settleTicket(tx, ticket, { cause: 'other', rulesOf: this.networks.rulesOf, now: this.clock.now() });
    await tellTicket(tx, ticket.id, { was, cause: 'message-deleted', actorId: agentId });
  }

  private async failed(tx: Work, { moderation, account }: ModerationTask, failure: SendFailure): Promise<void> {
    const { kind, code, retryAfterMs = null } = failure;
    const { id, tries } = moderation;
    if (kind === 'needs-reauth') {
      const why = { code, detail: failure.message };
      if (await tx.accounts.setState(account.id, 'needs-reauth', why))
        await tellAccount(tx, account.id, this.catalogue);
    }
    const after = afterFailure(kind, { tries, retryAfterMs, now: this.clock.now() });
    const nextAt = after.do === 'wait' ? after.at : null;
    const state = after.do === 'give-up' ? 'failed' : 'pending';
    const told = { kind, code, retryAt: nextAt?.toISOString() ?? null };
    await tx.moderations.change(id, {
      state,
      nextAt,
      failure: told,
      ...('tries' in after ? { tries: after.tries } : {}),
    });
    if (nextAt) await tx.enqueue('moderate', { workspaceId: tx.workspaceId, moderationId: id }, nextAt);
  }
}

/** How the message stands now. The network tells the same by its own events, which change nothing more. */
function effect({ act, text }: Moderation, message: Message, at: Date): MessageChange {
  switch (act) {
    case 'hide':
    case 'unhide':
      return { hidden: act === 'hide', hiddenAt: at };
    case 'delete':
      return { deletedAt: at };
    case 'like':
    case 'unlike': {
      const mark = { emoji: act === 'like' ? '👍' : null, at: at.toISOString() };
      return { reactions: { ...message.reactions, [ourReaction]: mark } };
    }
    case 'edit-own':
      return { text: text ?? message.text, editedAt: at };
  }
}
