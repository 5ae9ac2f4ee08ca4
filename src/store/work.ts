import { AccountStore } from './account/account.store.js';
import { FileStore } from './message/file.store.js';
import { MessageKeyStore } from './message/message-key.store.js';
import { MessageStore } from './message/message.store.js';
import { PersonStore } from './person/person.store.js';
import { AssignmentStore } from './routing/assignment.store.js';
import { ClockStore } from './sla/clock.store.js';
import { AgentStore } from './team/agent.store.js';
import { LinkStore, SessionStore } from './team/session.store.js';
import { PostStore } from './thread/post.store.js';
import { ThreadStore } from './thread/thread.store.js';
import { HistoryStore } from './ticket/history.store.js';
import { TicketStore } from './ticket/ticket.store.js';
import { Transaction, type Parts } from './transaction.js';

/** One transaction in one workspace: its tables, its feed. Nothing of it is there before all of it is. */
export class Work extends Transaction {
  readonly accounts: AccountStore;
  readonly agents: AgentStore;
  readonly assignments: AssignmentStore;
  readonly clocks: ClockStore;
  readonly files: FileStore;
  readonly history: HistoryStore;
  readonly links: LinkStore;
  readonly messages: MessageStore;
  readonly messageKeys: MessageKeyStore;
  readonly persons: PersonStore;
  readonly posts: PostStore;
  readonly sessions: SessionStore;
  readonly threads: ThreadStore;
  readonly tickets: TicketStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.accounts = new AccountStore(sql, workspaceId);
    this.agents = new AgentStore(sql, workspaceId);
    this.assignments = new AssignmentStore(sql, workspaceId);
    this.clocks = new ClockStore(sql, workspaceId);
    this.files = new FileStore(sql, workspaceId);
    this.history = new HistoryStore(sql, workspaceId);
    this.links = new LinkStore(sql, workspaceId);
    this.messages = new MessageStore(sql, workspaceId);
    this.messageKeys = new MessageKeyStore(sql, workspaceId);
    this.persons = new PersonStore(sql, workspaceId);
    this.posts = new PostStore(sql, workspaceId);
    this.sessions = new SessionStore(sql, workspaceId);
    this.threads = new ThreadStore(sql, workspaceId);
    this.tickets = new TicketStore(sql, workspaceId);
  }
}
