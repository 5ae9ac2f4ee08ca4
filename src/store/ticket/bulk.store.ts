import type { BulkAct, SkipReason } from '../../domain/ticket/bulk.js';
import type { Sql } from '../sql.js';
import type { StoredRow } from './stored-row.js';

export type BulkState = 'running' | 'done' | 'undoing' | 'undone';
export type BulkItemState = 'waiting' | 'done' | 'skipped' | 'undone' | 'kept';

export interface Bulk {
  readonly id: string;
  readonly agentId: string;
  readonly ask: BulkAct;
  readonly state: BulkState;
  readonly undoUntil: Date | null;
}

export interface BulkItem {
  readonly ticketId: string;
  readonly state: BulkItemState;
  /** The ticket's whole row before the act and after it. */
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

/** Acts upon many tickets, with what each of them was like. */
export class BulkStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The id of the one that this request began, now or before; null when somebody else's request has this id. */
  async add(
    bulk: { id: string; agentId: string; clientId: string; ask: BulkAct; at: Date },
    ticketIds: readonly string[],
  ): Promise<{ id: string; isNew: boolean } | null> {
    const touched = await this.sql.run(
      `insert into bulk (workspace_id, id, agent_id, client_id, ask, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, client_id) do nothing`,
      [this.workspaceId, bulk.id, bulk.agentId, bulk.clientId, JSON.stringify(bulk.ask), bulk.at],
    );
    if (touched === 0) {
      const known = await this.sql.maybe<{ id: string }>(
        'select b.id from bulk as b where b.workspace_id = $1 and b.client_id = $2 and b.agent_id = $3',
        [this.workspaceId, bulk.clientId, bulk.agentId],
      );
      return known && { id: known.id, isNew: false };
    }
    await this.sql.run(
      `insert into bulk_item (workspace_id, bulk_id, ticket_id, position)
       select $1, $2, i.id, i.place from unnest($3::uuid[]) with ordinality as i (id, place)`,
      [this.workspaceId, bulk.id, ticketIds],
    );
    return { id: bulk.id, isNew: true };
  }

  find(id: string): Promise<Bulk | null> {
    return this.sql.maybe<Bulk>(
      `select b.id, b.agent_id as "agentId", b.ask, b.state, b.undo_until as "undoUntil"
         from bulk as b where b.workspace_id = $1 and b.id = $2`,
      [this.workspaceId, id],
    );
  }

  lock(id: string): Promise<Bulk | null> {
    return this.sql.maybe<Bulk>(
      `select b.id, b.agent_id as "agentId", b.ask, b.state, b.undo_until as "undoUntil"
         from bulk as b where b.workspace_id = $1 and b.id = $2 for no key update of b`,
      [this.workspaceId, id],
    );
  }

  async setState(id: string, state: BulkState, undoUntil: Date | null): Promise<void> {
    await this.sql.run('update bulk as b set state = $3, undo_until = $4 where b.workspace_id = $1 and b.id = $2', [
      this.workspaceId,
      id,
      state,
      undoUntil,
    ]);
  }

  /** The next tickets in this state, in the order in which they were named. */
  async next(id: string, state: BulkItemState, limit: number): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `select i.ticket_id as id from bulk_item as i where i.workspace_id = $1 and i.bulk_id = $2 and i.state = $3
        order by i.position limit $4`,
      [this.workspaceId, id, state, limit],
    );
    return rows.map((row) => row.id);
  }

  lockItem(id: string, ticketId: string): Promise<BulkItem | null> {
    return this.sql.maybe<BulkItem>(
      `select i.ticket_id as "ticketId", i.state, i.before, i.after from bulk_item as i
        where i.workspace_id = $1 and i.bulk_id = $2 and i.ticket_id = $3 for no key update of i`,
      [this.workspaceId, id, ticketId],
    );
  }

  async endItem(
    id: string,
    ticketId: string,
    end: { state: BulkItemState; because?: SkipReason; before?: StoredRow | null; after?: StoredRow | null },
  ): Promise<void> {
    const json = (row: StoredRow | null | undefined): string | null => (row ? JSON.stringify(row) : null);
    await this.sql.run(
      `update bulk_item as i set state = $4, because = $5, before = coalesce($6, i.before), after = coalesce($7, i.after)
        where i.workspace_id = $1 and i.bulk_id = $2 and i.ticket_id = $3`,
      [this.workspaceId, id, ticketId, end.state, end.because ?? null, json(end.before), json(end.after)],
    );
  }

  /** A ticket's whole row, to compare and to put back. */
  async row(ticketId: string): Promise<StoredRow | null> {
    const found = await this.sql.maybe<{ row: StoredRow }>(
      'select to_jsonb(t) as row from ticket as t where t.workspace_id = $1 and t.id = $2',
      [this.workspaceId, ticketId],
    );
    return found?.row ?? null;
  }
}
