import type { ModerationAct, ModerationState } from '../../domain/message/moderation.js';
import type { Sql } from '../sql.js';

export interface Moderation {
  readonly id: string;
  readonly messageId: string;
  readonly act: ModerationAct;
  readonly reason: string | null;
  readonly text: string | null;
  readonly state: ModerationState;
  readonly agentId: string;
  readonly tries: number;
  readonly nextAt: Date | null;
}

interface NewModeration {
  readonly id: string;
  readonly messageId: string;
  readonly act: ModerationAct;
  readonly reason: string | null;
  readonly text: string | null;
  readonly state: 'requested' | 'pending';
  readonly agentId: string;
  readonly at: Date;
}

interface ModerationChange {
  readonly state: ModerationState;
  readonly tries?: number;
  readonly nextAt?: Date | null;
  readonly failure?: { readonly kind: string; readonly code: string; readonly retryAt: string | null } | null;
  readonly doneAt?: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
}

const fields = `mo.id, mo.message_id as "messageId", mo.act, mo.reason, mo.text, mo.state, mo.agent_id as "agentId",
  mo.tries, mo.next_at as "nextAt"`;

/** What is done to messages besides answering them, with its record. */
export class ModerationStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(one: NewModeration): Promise<void> {
    await this.sql.run(
      `insert into moderation (workspace_id, id, message_id, act, reason, text, state, agent_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [this.workspaceId, one.id, one.messageId, one.act, one.reason, one.text, one.state, one.agentId, one.at],
    );
  }

  find(id: string): Promise<Moderation | null> {
    return this.sql.maybe(`select ${fields} from moderation as mo where mo.workspace_id = $1 and mo.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  lock(id: string): Promise<Moderation | null> {
    return this.sql.maybe(
      `select ${fields} from moderation as mo where mo.workspace_id = $1 and mo.id = $2 for no key update of mo`,
      [this.workspaceId, id],
    );
  }

  /** One that is not over yet. */
  async isOpen(messageId: string): Promise<boolean> {
    const row = await this.sql.one<{ open: boolean }>(
      `select exists (select 1 from moderation as mo where mo.workspace_id = $1 and mo.message_id = $2
         and mo.state in ('requested', 'pending')) as open`,
      [this.workspaceId, messageId],
    );
    return row.open;
  }

  async change(id: string, change: ModerationChange): Promise<void> {
    const { state, tries = null, nextAt = null, failure = null } = change;
    await this.sql.run(
      `update moderation as mo set state = $3, tries = coalesce($4, mo.tries), next_at = $5, failure = $6,
              done_at = coalesce($7, mo.done_at), decided_by = coalesce($8, mo.decided_by),
              decided_at = coalesce($9, mo.decided_at)
        where mo.workspace_id = $1 and mo.id = $2`,
      [
        this.workspaceId,
        id,
        state,
        tries,
        nextAt,
        failure === null ? null : JSON.stringify(failure),
        change.doneAt ?? null,
        change.decidedBy ?? null,
        change.decidedAt ?? null,
      ],
    );
  }

  /** Does a second person have to agree to a deletion? */
  async fourEyes(): Promise<boolean> {
    const row = await this.sql.one<{ on: boolean }>('select w.four_eyes as "on" from workspace as w where w.id = $1', [
      this.workspaceId,
    ]);
    return row.on;
  }

  async setFourEyes(on: boolean): Promise<void> {
    await this.sql.run('update workspace as w set four_eyes = $2 where w.id = $1', [this.workspaceId, on]);
  }
}

/** Those whose time has come, of accounts that may speak: the queue of jobs brings them sooner. */
export function dueModerations(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ readonly workspaceId: number; readonly moderationId: string }[]> {
  return sql.many(
    `select mo.workspace_id as "workspaceId", mo.id as "moderationId"
       from moderation as mo
       join message as m on m.workspace_id = mo.workspace_id and m.id = mo.message_id
       join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
       join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
      where mo.state = 'pending' and coalesce(mo.next_at, $1) <= $1 and a.state in ('active', 'restricted')
      order by mo.next_at, mo.id limit $2`,
    [now, limit],
  );
}
