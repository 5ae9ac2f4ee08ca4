import { AccountStore } from './account/account.store.js';
import { FileStore } from './message/file.store.js';
import { MessageKeyStore } from './message/message-key.store.js';
import { MessageStore } from './message/message.store.js';
import { ModerationStore } from './message/moderation.store.js';
import { PersonJoinStore } from './person/person-join.store.js';
import { PersonStore } from './person/person.store.js';
import { AssignmentStore } from './routing/assignment.store.js';
import { ClockStore } from './sla/clock.store.js';
import { AgentStore } from './team/agent.store.js';
import { LinkStore, SessionStore } from './team/session.store.js';
import { PostStore } from './thread/post.store.js';
import { ThreadStore } from './thread/thread.store.js';
import { HistoryStore } from './ticket/history.store.js';
import { BelongingsStore } from './ticket/belongings.store.js';
import { BulkStore } from './ticket/bulk.store.js';
import { RegroupingStore } from './ticket/regrouping.store.js';
import { TicketStore } from './ticket/ticket.store.js';
import { Transaction, type Parts } from './transaction.js';

/** One transaction in one workspace: its tables, its feed. Nothing of it is there before all of it is. */
export class Work extends Transaction {
  readonly accounts: AccountStore;
  readonly agents: AgentStore;
  readonly assignments: AssignmentStore;
  readonly belongings: BelongingsStore;
  readonly bulks: BulkStore;
  readonly clocks: ClockStore;
  readonly files: FileStore;
  readonly history: HistoryStore;
  readonly links: LinkStore;
  readonly messages: MessageStore;
  readonly messageKeys: MessageKeyStore;
  readonly moderations: ModerationStore;
  readonly personJoins: PersonJoinStore;
  readonly persons: PersonStore;
  readonly posts: PostStore;
  readonly regroupings: RegroupingStore;
  readonly sessions: SessionStore;
  readonly threads: ThreadStore;
  readonly tickets: TicketStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.accounts = new AccountStore(sql, workspaceId);
    this.agents = new AgentStore(sql, workspaceId);
    this.assignments = new AssignmentStore(sql, workspaceId);
    this.belongings = new BelongingsStore(sql, workspaceId);
    this.bulks = new BulkStore(sql, workspaceId);
    this.clocks = new ClockStore(sql, workspaceId);
    this.files = new FileStore(sql, workspaceId);
    this.history = new HistoryStore(sql, workspaceId);
    this.links = new LinkStore(sql, workspaceId);
    this.messages = new MessageStore(sql, workspaceId);
    this.messageKeys = new MessageKeyStore(sql, workspaceId);
    this.moderations = new ModerationStore(sql, workspaceId);
    this.personJoins = new PersonJoinStore(sql, workspaceId);
    this.persons = new PersonStore(sql, workspaceId);
    this.posts = new PostStore(sql, workspaceId);
    this.regroupings = new RegroupingStore(sql, workspaceId);
    this.sessions = new SessionStore(sql, workspaceId);
    this.threads = new ThreadStore(sql, workspaceId);
    this.tickets = new TicketStore(sql, workspaceId);
  }
}
