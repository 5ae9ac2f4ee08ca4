import type { OfferOutcome } from '../../domain/routing/offer.js';
import { ours, type TicketState } from '../../domain/ticket/ticket-state.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';

/** Ends what is offered of a locked ticket, and takes it off the screen of whoever has it before them. */
export async function endOffer(tx: Work, ticketId: string, because: OfferOutcome): Promise<void> {
  const ended = await tx.offers.end(ticketId, because);
  if (!ended) return;
  await tx.tell({ type: 'offer.withdrawn', ticketId, offerId: ended.id, agentId: ended.agentId, because });
}

interface Becomes {
  readonly state: TicketState;
  readonly change?: TicketChange | undefined;
}

/** A ticket that goes another way while it is offered is offered no more: whichever act upon it that was. */
export async function leftOfOffer(tx: Work, ticket: Ticket, to: Becomes): Promise<TicketChange> {
  if (ticket.offeredTo === null || to.change?.offeredTo !== undefined || isStillFree(ticket, to)) return {};
  await endOffer(tx, ticket.id, to.change?.ownerId === ticket.offeredTo ? 'accepted' : 'withdrawn');
  return { offeredTo: null };
}

function isStillFree(ticket: Ticket, { state, change = {} }: Becomes): boolean {
  const { ownerId = null, held = false, lane, teamId } = { ...ticket, held: false, ...change };
  return ownerId === null && !held && ours.includes(state) && lane === ticket.lane && teamId === ticket.teamId;
}
