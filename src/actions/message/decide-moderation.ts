import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { messageView } from '../../store/message/message.view.js';
import type { Caller } from '../caller.js';
import { lockTicket } from '../ticket/lock-ticket.js';
import { tellMessage } from '../ticket/tell.js';

/** The second pair of eyes. Whoever asked may take the wish back, but not grant it. */
@Injectable()
export class DecideModeration {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(
    caller: Caller,
    ask: { readonly moderationId: string; readonly as: 'confirm' | 'decline' },
  ): Promise<MessageView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const { moderationId: id, as } = ask;
      const asked = await tx.moderations.find(id);
      const message = asked ? await tx.messages.find(asked.messageId) : null;
      if (!asked || !message) throw new Refusal('not-found', { what: 'moderation' });
      await lockTicket(tx, caller, { ticketId: message.ticketId, act: 'message.moderate' });
      const held = await tx.moderations.lock(id);
      if (held?.state !== 'requested') throw new Refusal('moderation.refused', { because: 'state' });
      if (as === 'confirm' && held.agentId === caller.id) throw new Refusal('moderation.refused', { because: 'own' });
      const state = as === 'confirm' ? 'pending' : 'declined';
      await tx.moderations.change(id, { state, decidedBy: caller.id, decidedAt: this.clock.now() });
      if (as === 'confirm') await tx.enqueue('moderate', { workspaceId: tx.workspaceId, moderationId: id });
      await tx.messages.change(message.id, {});
      await tellMessage(tx, message.id);
      return messageView(tx.sql, tx.workspaceId, message.id);
    });
  }
}
