import { Injectable } from '@nestjs/common';
import type { MessageArrived } from '../../domain/message/inbound-event.js';
import { Networks } from '../../networks/kit/networks.js';
import type { Work } from '../../store/work.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';
import { done, timeOf, type EventOutcome, type Scene } from './event-outcome.js';

/** A message we have came again: the same one changes nothing, a newer edition replaces what it says. */
@Injectable()
export class EditMessage {
  constructor(private readonly networks: Networks) {}

  async inside(
    tx: Work,
    scene: Scene,
    by: { readonly messageId: string; readonly event: MessageArrived },
  ): Promise<EventOutcome> {
    const { event } = by;
    const known = await tx.messages.find(by.messageId);
    if (!known || BigInt(event.edition) <= BigInt(known.edition)) return done;
    const ticket = await tx.tickets.lock(known.ticketId);
    if (!ticket) return done;

    await tx.messages.change(known.id, {
      text: event.text,
      attachments: event.attachments,
      edition: event.edition,
      editedAt: scene.now,
      // An edition may tell when the message was written, or only when it was changed: the first we heard is right.
      at: timeOf(event, known.at),
    });
    if (event.attachments.length > 0) {
      await tx.enqueue('copy-attachments', { workspaceId: tx.workspaceId, messageId: known.id });
    }
    const was = { lane: ticket.lane, ownerId: ticket.ownerId };
    await settleTicket(tx, ticket, { cause: 'other', rulesOf: this.networks.rulesOf, now: scene.now });
    await tellMessage(tx, known.id);
    await tellTicket(tx, ticket.id, { was, cause: 'customer-edited', actorId: null });
    return done;
  }
}
