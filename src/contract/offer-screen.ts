import { may, type Actor } from '../domain/team/policy.js';
import type { LiveEvent } from './live-event.js';
import type { OfferListName, OfferView } from './offer-views.js';

/** An offer is shown to whoever it is made to, and to those who may see all of them. */
export function seesOffer(
  actor: Actor,
  event: Extract<LiveEvent, { type: 'offer.made' | 'offer.withdrawn' }>,
): boolean {
  const agentId = event.type === 'offer.made' ? event.offer.agent.id : event.agentId;
  return actor.id === agentId || may(actor, 'offers.see-all').ok;
}

export interface OfferScreen {
  list: OfferListName;
  me: Actor;
  offers: OfferView[];
}

/** The list after an event; the same object when the event says nothing new of it. */
export function applyToOffers(screen: OfferScreen, event: LiveEvent): OfferScreen {
  switch (event.type) {
    case 'offer.made':
      return made(screen, event.offer);
    case 'offer.withdrawn':
      return without(screen, event.offerId);
    case 'ticket.changed':
      return { ...screen, offers: sorted(screen.offers.map((offer) => withTicket(offer, event.ticket))) };
    default:
      return screen;
  }
}

function made(screen: OfferScreen, offer: OfferView): OfferScreen {
  if (screen.list === 'mine' && offer.agent.id !== screen.me.id) return screen;
  const others = screen.offers.filter(({ id }) => id !== offer.id);
  return { ...screen, offers: sorted([...others, offer]) };
}

function without(screen: OfferScreen, offerId: string): OfferScreen {
  const offers = screen.offers.filter(({ id }) => id !== offerId);
  return offers.length === screen.offers.length ? screen : { ...screen, offers };
}

function withTicket(offer: OfferView, ticket: OfferView['ticket']): OfferView {
  const isNewer = offer.ticket.id === ticket.id && offer.ticket.version < ticket.version;
  return isNewer ? { ...offer, ticket } : offer;
}

function sorted(offers: readonly OfferView[]): OfferView[] {
  return offers.toSorted((a, b) => a.ticket.urgentAt.localeCompare(b.ticket.urgentAt) || a.id.localeCompare(b.id));
}
