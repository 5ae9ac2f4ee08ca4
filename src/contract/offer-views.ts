import type { OfferOutcome } from '../domain/routing/offer.js';
import type { AgentRef, Instant } from './refs.js';
import type { TicketRow } from './views.js';

/** A ticket that somebody is asked to accept. Until it ends nobody else is given it. */
export interface OfferView {
  id: string;
  agent: AgentRef;
  madeAt: Instant;
  /** When it goes to the next one by itself. */
  endsAt: Instant;
  /** Why it came to them: `last-owner`, `least-busy`. */
  reason: string | null;
  ticket: TicketRow;
}

/** Offers that are open, the most urgent ticket first. */
export interface OfferList {
  offers: OfferView[];
  cursor: string;
}

export const offerListNames = ['mine', 'all'] as const;
export type OfferListName = (typeof offerListNames)[number];

export type { OfferOutcome };
