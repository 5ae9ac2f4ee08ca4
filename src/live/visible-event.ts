import {
  accountSeenBy,
  askSeenBy,
  isPartOf,
  may,
  seesOffer,
  type Actor,
  type LiveEvent,
  type TicketRow,
  type TicketScope,
} from '../contract/index.js';
import type { FeedRow } from '../store/feed/feed.store.js';

/** The event as this agent may see it; null when it is none of their business. */
export function visibleEvent(actor: Actor, { event, scope }: Pick<FeedRow, 'event' | 'scope'>): LiveEvent | null {
  switch (event.type) {
    case 'ticket.changed':
      return changedTicket(actor, event);
    case 'account.changed':
      return may(actor, 'accounts.see').ok ? { ...event, account: accountSeenBy(actor, event.account) } : null;
    case 'team.changed':
      return event;
    case 'offer.made':
    case 'offer.withdrawn':
      return seesOffer(actor, event) ? event : null;
    case 'ask.changed':
      return changedAsk(actor, event, scope);
    default:
      return sees(actor, scope) ? event : null;
  }
}

type TicketChanged = Extract<LiveEvent, { type: 'ticket.changed' }>;

function changedTicket(actor: Actor, event: TicketChanged): LiveEvent | null {
  if (sees(actor, scopeOf(event.ticket))) return event;
  if (!sees(actor, event.was)) return null;
  const { ticket, cause, actorId } = event;
  return { type: 'ticket.left', ticketId: ticket.id, version: ticket.version, cause, actorId };
}

type AskChanged = Extract<LiveEvent, { type: 'ask.changed' }>;

function changedAsk(actor: Actor, event: AskChanged, scope: TicketScope | null): LiveEvent | null {
  const { ticketId, ask } = event;
  if (sees(actor, scope) || isPartOf(actor, ask)) return { ...event, ask: askSeenBy(actor, ask) };
  return event.wasExpertId === actor.id ? { type: 'ask.left', ticketId, askId: ask.id } : null;
}

function scopeOf({ lane, owner }: TicketRow): TicketScope {
  return { lane, ownerId: owner?.id ?? null };
}

function sees(actor: Actor, scope: TicketScope | null): boolean {
  return scope !== null && may(actor, 'ticket.see', scope).ok;
}
