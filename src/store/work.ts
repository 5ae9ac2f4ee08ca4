import { ExpertWork } from './expert-work.js';
import { AbsenceStore } from './team/absence.store.js';
import { AgentStore } from './team/agent.store.js';
import { AssignmentStore } from './routing/assignment.store.js';
import { OfferStore } from './routing/offer.store.js';
import { RoutingStore } from './routing/routing.store.js';
import { BelongingsStore } from './ticket/belongings.store.js';
import { BulkStore } from './ticket/bulk.store.js';
import { ClockStore } from './sla/clock.store.js';
import { HistoryStore } from './ticket/history.store.js';
import { PenStore } from './ticket/pen.store.js';
import { RegroupingStore } from './ticket/regrouping.store.js';
import { LinkStore, SessionStore } from './team/session.store.js';
import { TicketStore } from './ticket/ticket.store.js';
import type { Parts } from './transaction.js';

/** One transaction in one workspace: its tables, its feed. Nothing of it is there before all of it is. */
export class Work extends ExpertWork {
  readonly absences: AbsenceStore;
  readonly agents: AgentStore;
  readonly assignments: AssignmentStore;
  readonly belongings: BelongingsStore;
  readonly bulks: BulkStore;
  readonly clocks: ClockStore;
  readonly history: HistoryStore;
  readonly links: LinkStore;
  readonly offers: OfferStore;
  readonly pens: PenStore;
  readonly regroupings: RegroupingStore;
  readonly routing: RoutingStore;
  readonly sessions: SessionStore;
  readonly tickets: TicketStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.absences = new AbsenceStore(sql, workspaceId);
    this.agents = new AgentStore(sql, workspaceId);
    this.assignments = new AssignmentStore(sql, workspaceId);
    this.belongings = new BelongingsStore(sql, workspaceId);
    this.bulks = new BulkStore(sql, workspaceId);
    this.clocks = new ClockStore(sql, workspaceId);
    this.history = new HistoryStore(sql, workspaceId);
    this.links = new LinkStore(sql, workspaceId);
    this.offers = new OfferStore(sql, workspaceId);
    this.pens = new PenStore(sql, workspaceId);
    this.regroupings = new RegroupingStore(sql, workspaceId);
    this.routing = new RoutingStore(sql, workspaceId, parts.routes);
    this.sessions = new SessionStore(sql, workspaceId);
    this.tickets = new TicketStore(sql, workspaceId);
  }
}
