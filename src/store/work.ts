import { RoutingWork } from './routing-work.js';
import { AbsenceStore } from './team/absence.store.js';
import { AgentStore } from './team/agent.store.js';
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
export class Work extends RoutingWork {
  readonly absences: AbsenceStore;
  readonly agents: AgentStore;
  readonly belongings: BelongingsStore;
  readonly bulks: BulkStore;
  readonly clocks: ClockStore;
  readonly history: HistoryStore;
  readonly links: LinkStore;
  readonly pens: PenStore;
  readonly regroupings: RegroupingStore;
  readonly sessions: SessionStore;
  readonly tickets: TicketStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.absences = new AbsenceStore(sql, workspaceId);
    this.agents = new AgentStore(sql, workspaceId);
    this.belongings = new BelongingsStore(sql, workspaceId);
    this.bulks = new BulkStore(sql, workspaceId);
    this.clocks = new ClockStore(sql, workspaceId);
    this.history = new HistoryStore(sql, workspaceId);
    this.links = new LinkStore(sql, workspaceId);
    this.pens = new PenStore(sql, workspaceId);
    this.regroupings = new RegroupingStore(sql, workspaceId);
    this.sessions = new SessionStore(sql, workspaceId);
    this.tickets = new TicketStore(sql, workspaceId);
  }
}
