import type { AskMode, AskState } from '../../domain/expert/ask-state.js';
import type { Sql } from '../sql.js';

export interface Ask {
  readonly id: string;
  readonly ticketId: string;
  readonly threadId: string | null;
  readonly version: number;
  readonly state: AskState;
  readonly mode: AskMode;
  readonly topic: string | null;
  readonly language: string | null;
  readonly unmasked: boolean;
  readonly askerId: string;
  readonly expertId: string;
  readonly requestHash: string;
  readonly dueAt: Date;
  readonly warnAt: Date;
  readonly warnedAt: Date | null;
  readonly laterUntil: Date | null;
  readonly acceptedAt: Date | null;
  readonly draft: string | null;
  readonly draftRevision: number;
  readonly returned: boolean;
  readonly answer: string | null;
  readonly messageId: string | null;
}

export interface NewAsk {
  readonly id: string;
  readonly ticketId: string;
  readonly threadId: string | null;
  readonly mode: AskMode;
  readonly topic: string | null;
  readonly language: string | null;
  readonly question: string;
  readonly unmasked: boolean;
  readonly askerId: string;
  readonly expertId: string;
  readonly signature: string;
  readonly clientId: string;
  readonly requestHash: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: Date;
}

/** What may change; what is not named stays. */
export interface AskChange {
  readonly state?: AskState;
  readonly expertId?: string;
  readonly signature?: string;
  readonly unmasked?: boolean;
  readonly dueAt?: Date;
  readonly warnAt?: Date;
  readonly warnedAt?: Date | null;
  readonly laterUntil?: Date | null;
  readonly acceptedAt?: Date | null;
  readonly draft?: string | null;
  readonly draftRevision?: number;
  readonly submittedAt?: Date;
  readonly returned?: boolean;
  readonly advice?: string | null;
  readonly reviewerId?: string | null;
  readonly answer?: string | null;
  readonly messageId?: string | null;
}

const columns: Readonly<Record<keyof AskChange, string>> = {
  state: 'state',
  expertId: 'expert_id',
  signature: 'signature',
  unmasked: 'unmasked',
  dueAt: 'due_at',
  warnAt: 'warn_at',
  warnedAt: 'warned_at',
  laterUntil: 'later_until',
  acceptedAt: 'accepted_at',
  draft: 'draft',
  draftRevision: 'draft_revision',
  submittedAt: 'submitted_at',
  returned: 'returned',
  advice: 'advice',
  reviewerId: 'reviewer_id',
  answer: 'answer',
  messageId: 'message_id',
};

const fields = `a.id, a.ticket_id as "ticketId", a.thread_id as "threadId", a.version, a.state, a.mode, a.topic, a.language,
  a.unmasked, a.asker_id as "askerId", a.expert_id as "expertId", a.request_hash as "requestHash", a.due_at as "dueAt",
  a.warn_at as "warnAt", a.warned_at as "warnedAt", a.later_until as "laterUntil", a.accepted_at as "acceptedAt", a.draft,
  a.draft_revision as "draftRevision", a.returned, a.answer, a.message_id as "messageId"`;

export class AskStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  find(id: string): Promise<Ask | null> {
    return this.where('a.id = $2', id);
  }

  byClientId(clientId: string): Promise<Ask | null> {
    return this.where('a.client_id = $2', clientId);
  }

  byMessage(messageId: string): Promise<Ask | null> {
    return this.where('a.message_id = $2', messageId);
  }

  /** Held until the transaction ends. Hold its thread and its ticket first, in this order. */
  lock(id: string): Promise<Ask | null> {
    return this.where('a.id = $2 for no key update of a', id);
  }

  async add(ask: NewAsk): Promise<void> {
    await this.sql.run(
      `insert into ask (workspace_id, id, ticket_id, thread_id, mode, topic, language, question, unmasked, asker_id,
         expert_id, signature, client_id, request_hash, asked_at, due_at, warn_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        this.workspaceId,
        ask.id,
        ask.ticketId,
        ask.threadId,
        ask.mode,
        ask.topic,
        ask.language,
        ask.question,
        ask.unmasked,
        ask.askerId,
        ask.expertId,
        ask.signature,
        ask.clientId,
        ask.requestHash,
        ask.askedAt,
        ask.dueAt,
        ask.warnAt,
      ],
    );
  }

  async change(id: string, change: AskChange): Promise<void> {
    const values: unknown[] = [];
    const names = new Map(Object.entries(columns));
    const sets = Object.entries<unknown>({ ...change }).flatMap(([key, value]) => {
      const column = names.get(key);
      if (column === undefined || value === undefined) return [];
      values.push(value);
      return [`${column} = $${String(values.length + 2)}`];
    });
    await this.sql.run(
      `update ask as a set ${['version = a.version + 1', ...sets].join(', ')} where a.workspace_id = $1 and a.id = $2`,
      [this.workspaceId, id, ...values],
    );
  }

  /** The exchange that an answer would go to: where the customer wrote last. */
  async threadOf(ticketId: string): Promise<string | null> {
    const row = await this.sql.maybe<{ id: string }>(
      `select m.thread_id as id from message as m where m.workspace_id = $1 and m.ticket_id = $2 and m.direction = 'in'
        order by m.at desc, m.id desc limit 1`,
      [this.workspaceId, ticketId],
    );
    return row?.id ?? null;
  }

  private where(condition: string, value: string): Promise<Ask | null> {
    return this.sql.maybe<Ask>(`select ${fields} from ask as a where a.workspace_id = $1 and ${condition}`, [
      this.workspaceId,
      value,
    ]);
  }
}

/** Questions for which it is time: to warn, to look at again, to give back. Longest ago first. */
export function asksDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ readonly workspaceId: number; readonly id: string }[]> {
  return sql.many(
    `select a.workspace_id as "workspaceId", a.id from ask as a
      where a.state in ('asked', 'later', 'accepted', 'drafted', 'returned')
        and (a.due_at <= $1 or (a.warned_at is null and a.warn_at <= $1)
          or (a.state = 'later' and a.later_until <= $1))
      order by a.due_at, a.id limit $2`,
    [now, limit],
  );
}
