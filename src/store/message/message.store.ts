import type { Attachment } from '../../domain/message/attachment.js';
import type { MessageState } from '../../domain/message/message-state.js';
import type { Sql } from '../sql.js';

export interface StoredAttachment extends Attachment {
  /** Our own copy, once there is one. */
  readonly fileId?: string;
}

export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly ticketId: string;
  readonly version: number;
  readonly direction: 'in' | 'out';
  readonly state: MessageState;
  readonly externalId: string | null;
  readonly edition: string;
  readonly text: string;
  readonly at: Date;
  readonly hidden: boolean;
  readonly hiddenAt: Date | null;
  readonly deletedAt: Date | null;
  readonly reactions: Readonly<Record<string, { readonly emoji: string | null; readonly at: string }>>;
  readonly agentId: string | null;
  /** It answers in this expert's own name. */
  readonly expertId: string | null;
  readonly replyTo: string | null;
  readonly fileIds: readonly string[];
  readonly attachments: readonly StoredAttachment[];
  readonly tries: number;
  readonly settles: number;
  readonly clientId: string | null;
  readonly requestHash: string | null;
  readonly nextTryAt: Date | null;
  readonly scheduledAt: Date | null;
  readonly afterMessageId: string | null;
}

export interface NewMessage {
  readonly id: string;
  readonly threadId: string;
  readonly ticketId: string;
  readonly externalId: string | null;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly identityId: string | null;
  readonly agentId: string | null;
  readonly via: string | null;
  readonly text: string;
  readonly attachments: readonly StoredAttachment[];
  readonly edition: number;
  readonly at: Date;
  readonly replyTo: string | null;
  readonly permalink: string | null;
  readonly rating: number | null;
  readonly state: MessageState;
  readonly asks: boolean;
  readonly clientId?: string;
  readonly requestHash?: string;
  readonly fileIds?: readonly string[];
  readonly scheduledAt?: Date | null;
  readonly unlessAnswered?: boolean;
  /** It goes only when this one has been accepted. */
  readonly afterMessageId?: string | null;
  readonly expertId?: string | null;
}

export interface MessageChange {
  readonly state?: MessageState;
  readonly text?: string;
  readonly attachments?: readonly StoredAttachment[];
  readonly edition?: number;
  readonly at?: Date;
  readonly editedAt?: Date;
  readonly deletedAt?: Date;
  readonly hidden?: boolean;
  readonly hiddenAt?: Date;
  readonly reactions?: Message['reactions'];
  readonly externalId?: string;
  readonly permalink?: string;
  readonly failure?: { readonly kind: string; readonly code: string; readonly retryAt: string | null } | null;
  readonly tries?: number;
  readonly settles?: number;
  readonly nextTryAt?: Date | null;
  readonly scheduledAt?: Date | null;
  readonly threadId?: string;
  readonly ticketId?: string;
}

const columns: Readonly<Record<keyof MessageChange, string>> = {
  state: 'state',
  text: 'text',
  attachments: 'attachments',
  edition: 'edition',
  at: 'at',
  editedAt: 'edited_at',
  deletedAt: 'deleted_at',
  hidden: 'hidden',
  hiddenAt: 'hidden_at',
  reactions: 'reactions',
  externalId: 'external_id',
  permalink: 'permalink',
  failure: 'failure',
  tries: 'tries',
  settles: 'settles',
  nextTryAt: 'next_try_at',
  scheduledAt: 'scheduled_at',
  threadId: 'thread_id',
  ticketId: 'ticket_id',
};
const asJson: readonly string[] = ['attachments', 'reactions', 'failure'];

const fields = `m.id, m.version, m.thread_id as "threadId", m.ticket_id as "ticketId", m.direction, m.state,
  m.external_id as "externalId", m.edition, m.text, m.at, m.hidden, m.hidden_at as "hiddenAt", m.deleted_at as "deletedAt",
  m.reactions, m.agent_id as "agentId", m.expert_id as "expertId", m.reply_to as "replyTo", m.file_ids as "fileIds", m.attachments, m.tries,
  m.settles, m.client_id as "clientId", m.request_hash as "requestHash", m.next_try_at as "nextTryAt",
  m.scheduled_at as "scheduledAt", m.after_message_id as "afterMessageId"`;

/** A reply that waits for another one goes only when that has been accepted. */
export const isFreeToGo = (m: string): string => `(${m}.after_message_id is null or exists (
  select 1 from message as before where before.workspace_id = ${m}.workspace_id and before.id = ${m}.after_message_id
    and before.state = 'sent'))`;

export class MessageStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(message: NewMessage): Promise<void> {
    await this.sql.run(
      `insert into message (workspace_id, id, thread_id, ticket_id, external_id, direction, kind, identity_id, agent_id,
         via, text, attachments, edition, at, reply_to, permalink, rating, state, asks, client_id, request_hash,
         file_ids, scheduled_at, unless_answered, after_message_id, expert_id, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
         $23, $24, $25, $26, clock_timestamp())`,
      [
        this.workspaceId,
        message.id,
        message.threadId,
        message.ticketId,
        message.externalId,
        message.direction,
        message.kind,
        message.identityId,
        message.agentId,
        message.via,
        message.text,
        JSON.stringify(message.attachments),
        message.edition,
        message.at,
        message.replyTo,
        message.permalink,
        message.rating,
        message.state,
        message.asks,
        message.clientId ?? null,
        message.requestHash ?? null,
        message.fileIds ?? [],
        message.scheduledAt ?? null,
        message.unlessAnswered ?? false,
        message.afterMessageId ?? null,
        message.expertId ?? null,
      ],
    );
  }

  find(id: string): Promise<Message | null> {
    return this.where('m.id = $2', [id]);
  }

  lock(id: string): Promise<Message | null> {
    return this.where('m.id = $2 for no key update of m', [id]);
  }

  byClientId(clientId: string): Promise<Message | null> {
    return this.where('m.client_id = $2', [clientId]);
  }

  /**
   * The reply of a thread that comes first: nothing goes before it, so the customer reads them in the order in which they
   * were written. One in doubt that only a human can settle holds up nobody, and neither does one that is to go later.
   */
  firstUnsettled(threadId: string, now: Date): Promise<Message | null> {
    return this.where(
      `m.thread_id = $2 and (m.state in ('queued', 'sending') or (m.state = 'unknown' and m.next_try_at is not null))
         and (m.state <> 'queued' or m.scheduled_at is null or m.scheduled_at <= $3)
         and (m.state <> 'queued' or ${isFreeToGo('m')})
       order by case m.state when 'queued' then 1 else 0 end, m.id limit 1 for no key update of m`,
      [threadId, now],
    );
  }

  /** Stops the replies of a ticket that were to go later unless the customer wrote first; answers their ids. */
  async holdScheduled(ticketId: string, now: Date): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `update message as m set state = 'failed', version = m.version + 1, scheduled_at = null, failure = $4
        where m.workspace_id = $1 and m.ticket_id = $2 and m.state = 'queued' and m.unless_answered and m.scheduled_at > $3
       returning m.id`,
      [this.workspaceId, ticketId, now, JSON.stringify({ kind: 'customer-wrote', code: '', retryAt: null })],
    );
    return rows.map(({ id }) => id);
  }

  /** The threads of the replies that waited for this one. */
  async waitingFor(messageId: string): Promise<string[]> {
    const rows = await this.sql.many<{ threadId: string }>(
      `select distinct m.thread_id as "threadId" from message as m
        where m.workspace_id = $1 and m.after_message_id = $2 and m.state = 'queued'`,
      [this.workspaceId, messageId],
    );
    return rows.map(({ threadId }) => threadId);
  }

  /** What waited for a reply that does not go ends as it does; answers the ids. The caller holds the ticket. */
  async endWaiting(messageId: string, as: 'failed' | 'discarded'): Promise<string[]> {
    const failure = as === 'failed' ? { kind: 'not-sent-with-private', code: '', retryAt: null } : null;
    const rows = await this.sql.many<{ id: string }>(
      `update message as m set state = $3, version = m.version + 1, scheduled_at = null, failure = $4
        where m.workspace_id = $1 and m.after_message_id = $2 and m.state = 'queued'
       returning m.id`,
      [this.workspaceId, messageId, as, failure && JSON.stringify(failure)],
    );
    return rows.map(({ id }) => id);
  }

  /** Replies of a thread that are on their way, oldest first: what an echo may be of. */
  onTheWay(threadId: string): Promise<Message[]> {
    return this.list(
      `m.thread_id = $2 and m.direction = 'out' and m.external_id is null and m.state in ('queued', 'sending', 'unknown', 'failed')
       order by m.id`,
      [threadId],
    );
  }

  /** Is there anything in the ticket that a screen which ends with `seenId` has not shown? */
  async newerThan(ticketId: string, seenId: string | null, me: string): Promise<number> {
    const row = await this.sql.one<{ count: number }>(
      `select count(*)::int as count from message as m
        where m.workspace_id = $1 and m.ticket_id = $2 and m.state <> 'discarded'
          and ($3::uuid is null or m.id > $3) and (m.direction = 'in' or m.agent_id is distinct from $4)`,
      [this.workspaceId, ticketId, seenId, me],
    );
    return row.count;
  }

  async change(id: string, change: MessageChange): Promise<void> {
    const values: unknown[] = [];
    const sets = Object.entries(change).flatMap(([key, value]) => {
      const column = Object.entries(columns).find(([name]) => name === key)?.[1];
      if (column === undefined || value === undefined) return [];
      values.push(asJson.includes(key) && value !== null ? JSON.stringify(value) : value);
      return [`${column} = $${String(values.length + 2)}`];
    });
    await this.sql.run(
      `update message as m set ${['version = m.version + 1', ...sets].join(', ')}
        where m.workspace_id = $1 and m.id = $2`,
      [this.workspaceId, id, ...values],
    );
  }

  /** What somebody wrote, with a new version each: what is shown of its author has changed. */
  async touchOfIdentity(identityId: string): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      'update message as m set version = m.version + 1 where m.workspace_id = $1 and m.identity_id = $2 returning m.id',
      [this.workspaceId, identityId],
    );
    return rows.map(({ id }) => id);
  }

  async remove(id: string): Promise<void> {
    await this.sql.run('delete from message as m where m.workspace_id = $1 and m.id = $2', [this.workspaceId, id]);
  }

  /** Ours in a thread up to an instant that have not got the receipt yet; answers their ids. */
  async receipt(which: {
    threadId: string;
    externalIds: readonly string[] | null;
    andBefore: boolean;
    state: 'delivered' | 'read';
    upTo: Date;
  }): Promise<string[]> {
    const column = which.state === 'read' ? 'read_at' : 'delivered_at';
    const rows = await this.sql.many<{ id: string }>(
      `update message as m set ${column} = $4, version = m.version + 1
        where m.workspace_id = $1 and m.thread_id = $2 and m.direction = 'out' and m.state = 'sent'
          and m.${column} is null and ($3::text[] is null or m.external_id = any($3) or ($5 and m.at < (
            select max(n.at) from message as n
             where n.workspace_id = $1 and n.thread_id = $2 and n.external_id = any($3))))
          and ($3 is not null or m.at <= $4)
       returning m.id`,
      [this.workspaceId, which.threadId, which.externalIds, which.upTo, which.andBefore],
    );
    return rows.map(({ id }) => id);
  }

  private async where(condition: string, values: readonly unknown[]): Promise<Message | null> {
    const [row] = await this.list(condition, values);
    return row ?? null;
  }

  private list(condition: string, values: readonly unknown[]): Promise<Message[]> {
    return this.sql.many<Message>(`select ${fields} from message as m where m.workspace_id = $1 and ${condition}`, [
      this.workspaceId,
      ...values,
    ]);
  }
}
