import type { DraftEnd, DraftMode, Written } from '../../domain/message/draft.js';
import { mostRevisions } from '../../domain/message/draft.js';
import type { Sql } from '../sql.js';

export interface Draft extends Written {
  readonly id: string;
  readonly ticketId: string;
  readonly authorId: string;
  readonly mode: DraftMode;
  readonly revision: number;
  readonly shared: boolean;
  readonly shownTo: readonly string[];
  readonly changedAt: Date;
  readonly ended: DraftEnd | null;
}

/** What is written anew, and where it would go. */
export interface DraftContent extends Written {
  readonly mode: DraftMode;
  readonly language: string | null;
  readonly threadId: string | null;
  readonly accountId: string | null;
}

const fields = `d.id, d.ticket_id as "ticketId", d.author_id as "authorId", d.mode, d.revision, d.text, d.line,
  d.file_ids as "fileIds", d.shared, d.shown_to as "shownTo", d.changed_at as "changedAt", d.ended_as as ended`;

export class DraftStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  find(id: string): Promise<Draft | null> {
    return this.where('d.id = $2', [id]);
  }

  /** Held until the transaction ends. Hold its ticket first. */
  lock(id: string): Promise<Draft | null> {
    return this.where('d.id = $2 for no key update of d', [id]);
  }

  /** What this agent writes there now. */
  openOf(ticketId: string, authorId: string, mode: DraftMode): Promise<Draft | null> {
    const condition = 'd.ticket_id = $2 and d.author_id = $3 and d.mode = $4 and d.ended_as is null';
    return this.where(`${condition} for no key update of d`, [ticketId, authorId, mode]);
  }

  /** Has this agent written something on the ticket that is not sent yet? */
  async isHeld(ticketId: string, authorId: string): Promise<boolean> {
    const { is } = await this.sql.one<{ is: boolean }>(
      `select exists (select 1 from draft as d where d.workspace_id = $1 and d.ticket_id = $2 and d.author_id = $3
         and d.ended_as is null) as is`,
      [this.workspaceId, ticketId, authorId],
    );
    return is;
  }

  async add(draft: DraftContent & Pick<Draft, 'id' | 'ticketId' | 'authorId'>, at: Date): Promise<void> {
    await this.sql.run(
      `insert into draft (workspace_id, id, ticket_id, author_id, mode, text, line, language, thread_id, account_id,
         file_ids, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        this.workspaceId,
        draft.id,
        draft.ticketId,
        draft.authorId,
        draft.mode,
        draft.text,
        draft.line,
        draft.language,
        draft.threadId,
        draft.accountId,
        draft.fileIds,
        at,
      ],
    );
  }

  /** What is written now; one that was erased is there again. */
  async write(id: string, content: DraftContent, at: Date): Promise<void> {
    await this.sql.run(
      `update draft as d set version = d.version + 1, revision = d.revision + 1, mode = $3, text = $4, line = $5,
              language = $6, thread_id = $7, account_id = $8, file_ids = $9, changed_at = $10, ended_as = null
        where d.workspace_id = $1 and d.id = $2`,
      [
        this.workspaceId,
        id,
        content.mode,
        content.text,
        content.line,
        content.language,
        content.threadId,
        content.accountId,
        content.fileIds,
        at,
      ],
    );
  }

  /** Ended, with what it said; or there again. */
  async end(id: string, ended: DraftEnd | null, at: Date): Promise<void> {
    await this.sql.run(
      `update draft as d set version = d.version + 1, revision = d.revision + 1, ended_as = $3, changed_at = $4
        where d.workspace_id = $1 and d.id = $2`,
      [this.workspaceId, id, ended, at],
    );
  }

  async share(id: string, shared: boolean): Promise<void> {
    await this.sql.run(
      'update draft as d set version = d.version + 1, shared = $3 where d.workspace_id = $1 and d.id = $2',
      [this.workspaceId, id, shared],
    );
  }

  /** What somebody writes to the customer there, open to one more colleague. Gives what was not open to them before. */
  show(ticketId: string, by: { readonly authorId: string; readonly to: string }): Promise<Draft[]> {
    return this.sql.many<Draft>(
      `update draft as d set version = d.version + 1, shown_to = d.shown_to || $4::uuid
        where d.workspace_id = $1 and d.ticket_id = $2 and d.author_id = $3 and d.mode <> 'note' and d.ended_as is null
          and not d.shared and $4::uuid <> all (d.shown_to)
       returning ${fields}`,
      [this.workspaceId, ticketId, by.authorId, by.to],
    );
  }

  /** Those that go with a ticket's messages to another one, where their writers have none of the kind yet. */
  move(from: string, to: string): Promise<Draft[]> {
    return this.sql.many<Draft>(
      `update draft as d set version = d.version + 1, ticket_id = $3, moved_from = $2
        where d.workspace_id = $1 and d.ticket_id = $2 and d.ended_as is null and ${freeAt('$3')}
       returning ${fields}`,
      [this.workspaceId, from, to],
    );
  }

  /** Those that came from there go back. */
  moveBack(from: string, to: string): Promise<Draft[]> {
    return this.sql.many<Draft>(
      `update draft as d set version = d.version + 1, ticket_id = $3, moved_from = null
        where d.workspace_id = $1 and d.ticket_id = $2 and d.moved_from = $3 and d.ended_as is null and ${freeAt('$3')}
       returning ${fields}`,
      [this.workspaceId, from, to],
    );
  }

  /** When something that stood there was kept last. */
  async lastKeptAt(id: string): Promise<Date | null> {
    const row = await this.sql.maybe<{ at: Date }>(
      `select r.at from draft_revision as r where r.workspace_id = $1 and r.draft_id = $2
        order by r.revision desc limit 1`,
      [this.workspaceId, id],
    );
    return row?.at ?? null;
  }

  /** Keeps what stands there, and the newest few of what stood there before. */
  async keep(id: string, at: Date): Promise<void> {
    await this.sql.run(
      `insert into draft_revision as r (workspace_id, draft_id, revision, text, line, file_ids, at)
       select d.workspace_id, d.id, d.revision, d.text, d.line, d.file_ids, $3 from draft as d
        where d.workspace_id = $1 and d.id = $2
       on conflict (workspace_id, draft_id, revision) do nothing`,
      [this.workspaceId, id, at],
    );
    await this.sql.run(
      `delete from draft_revision as r where r.workspace_id = $1 and r.draft_id = $2 and r.revision <= (
         select o.revision from draft_revision as o where o.workspace_id = $1 and o.draft_id = $2
          order by o.revision desc offset $3 limit 1)`,
      [this.workspaceId, id, mostRevisions],
    );
  }

  revision(id: string, revision: number): Promise<Written | null> {
    return this.sql.maybe<Written>(
      `select r.text, r.line, r.file_ids as "fileIds" from draft_revision as r
        where r.workspace_id = $1 and r.draft_id = $2 and r.revision = $3`,
      [this.workspaceId, id, revision],
    );
  }

  private where(condition: string, values: readonly unknown[]): Promise<Draft | null> {
    return this.sql.maybe<Draft>(`select ${fields} from draft as d where d.workspace_id = $1 and ${condition}`, [
      this.workspaceId,
      ...values,
    ]);
  }
}

/** Its writer has written nothing of the kind on that ticket. */
function freeAt(ticket: string): string {
  return `not exists (select 1 from draft as o where o.workspace_id = d.workspace_id and o.ticket_id = ${ticket}
            and o.author_id = d.author_id and o.mode = d.mode and o.ended_as is null)`;
}

/** Drops drafts that ended long ago; answers how many. */
export function dropOldDrafts(sql: Sql, olderThan: Date, limit: number): Promise<number> {
  return sql.run(
    `delete from draft as d using (select o.workspace_id, o.id from draft as o
        where o.ended_as is not null and o.changed_at < $1 order by o.changed_at limit $2) as old
      where d.workspace_id = old.workspace_id and d.id = old.id`,
    [olderThan, limit],
  );
}
