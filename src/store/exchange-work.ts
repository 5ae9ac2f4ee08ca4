import { AccountStore } from './account/account.store.js';
import { DraftStore } from './message/draft.store.js';
import { ApprovalStore } from './approval/approval.store.js';
import { FileStore } from './message/file.store.js';
import { MessageStore } from './message/message.store.js';
import { MessageKeyStore } from './message/message-key.store.js';
import { ModerationStore } from './message/moderation.store.js';
import { PersonJoinStore } from './person/person-join.store.js';
import { PersonStore } from './person/person.store.js';
import { PostStore } from './thread/post.store.js';
import { ThreadStore } from './thread/thread.store.js';
import { Transaction, type Parts } from './transaction.js';

/** The part of a transaction that keeps what was said, by whom and where. */
export class ExchangeWork extends Transaction {
  readonly accounts: AccountStore;
  readonly drafts: DraftStore;
  readonly approvals: ApprovalStore;
  readonly files: FileStore;
  readonly messages: MessageStore;
  readonly messageKeys: MessageKeyStore;
  readonly moderations: ModerationStore;
  readonly personJoins: PersonJoinStore;
  readonly persons: PersonStore;
  readonly posts: PostStore;
  readonly threads: ThreadStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    const { sql } = parts;
    this.accounts = new AccountStore(sql, workspaceId);
    this.drafts = new DraftStore(sql, workspaceId);
    this.approvals = new ApprovalStore(sql, workspaceId);
    this.files = new FileStore(sql, workspaceId);
    this.messages = new MessageStore(sql, workspaceId);
    this.messageKeys = new MessageKeyStore(sql, workspaceId);
    this.moderations = new ModerationStore(sql, workspaceId);
    this.personJoins = new PersonJoinStore(sql, workspaceId);
    this.persons = new PersonStore(sql, workspaceId);
    this.posts = new PostStore(sql, workspaceId);
    this.threads = new ThreadStore(sql, workspaceId);
  }
}
