import { ExpertWork } from './expert-work.js';
import { AssignmentStore } from './routing/assignment.store.js';
import { OfferStore } from './routing/offer.store.js';
import { PickStore } from './routing/pick.store.js';
import { RoutingStore } from './routing/routing.store.js';
import type { Parts } from './transaction.js';

/** The part of a transaction that decides who does what. */
export class RoutingWork extends ExpertWork {
  readonly assignments: AssignmentStore;
  readonly offers: OfferStore;
  readonly picks: PickStore;
  readonly routing: RoutingStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.assignments = new AssignmentStore(sql, workspaceId);
    this.offers = new OfferStore(sql, workspaceId);
    this.picks = new PickStore(sql, workspaceId);
    this.routing = new RoutingStore(sql, workspaceId, parts.routes);
  }
}
