import type { AbsenceReason, Away, OpenWork } from '../../domain/team/absence.js';
import type { Sql } from '../sql.js';

export interface AbsenceFacts {
  readonly from: Date;
  readonly until: Date;
  readonly reason: AbsenceReason;
  readonly standInId: string | null;
  readonly openWork: OpenWork;
}

export interface Absence extends AbsenceFacts {
  readonly id: string;
  readonly agentId: string;
  readonly begun: boolean;
}

const fields = `b.id, b.agent_id as "agentId", b.from_at as "from", b.until_at as "until", b.reason,
  b.stand_in_id as "standInId", b.open_work as "openWork", b.begun_at is not null as begun`;

/** `b` is an absence that runs now. */
export const runsNow = 'b.ended_at is null and b.from_at <= clock_timestamp() and b.until_at > clock_timestamp()';

export class AbsenceStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Held against every other change; null when it is over. */
  lock(id: string): Promise<Absence | null> {
    return this.sql.maybe<Absence>(
      `select ${fields} from absence as b where b.workspace_id = $1 and b.id = $2 and b.ended_at is null
          and b.until_at > clock_timestamp() for update of b`,
      [this.workspaceId, id],
    );
  }

  /** Who is away at this moment. */
  now(): Promise<Away[]> {
    return this.sql.many<Away>(
      `select b.agent_id as "agentId", b.stand_in_id as "standInId" from absence as b
        where b.workspace_id = $1 and ${runsNow} order by b.agent_id`,
      [this.workspaceId],
    );
  }

  /** Is somebody away already at some time between these? */
  async overlaps(agentId: string, but: string, { from, until }: AbsenceFacts): Promise<boolean> {
    const { is } = await this.sql.one<{ is: boolean }>(
      `select exists (select 1 from absence as b where b.workspace_id = $1 and b.agent_id = $2 and b.id <> $3
          and b.ended_at is null and b.from_at < $5 and b.until_at > $4) as is`,
      [this.workspaceId, agentId, but, from, until],
    );
    return is;
  }

  async save(
    id: string,
    by: { readonly agentId: string; readonly actorId: string },
    facts: AbsenceFacts,
  ): Promise<void> {
    const { from, until, reason, standInId, openWork } = facts;
    await this.sql.run(
      `insert into absence as b (workspace_id, id, agent_id, created_by, from_at, until_at, reason, stand_in_id, open_work)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (workspace_id, id) do update
          set from_at = excluded.from_at, until_at = excluded.until_at, reason = excluded.reason,
              stand_in_id = excluded.stand_in_id, open_work = excluded.open_work`,
      [this.workspaceId, id, by.agentId, by.actorId, from, until, reason, standInId, openWork],
    );
  }

  async begin(id: string): Promise<void> {
    await this.sql.run('update absence as b set begun_at = clock_timestamp() where b.workspace_id = $1 and b.id = $2', [
      this.workspaceId,
      id,
    ]);
  }

  /** They are back, or do not go. */
  async end(id: string): Promise<void> {
    await this.sql.run('update absence as b set ended_at = clock_timestamp() where b.workspace_id = $1 and b.id = $2', [
      this.workspaceId,
      id,
    ]);
  }
}

/** Absences whose time has come and that nothing has been done about yet. */
export function absencesToBegin(
  sql: Sql,
  limit: number,
): Promise<{ readonly workspaceId: number; readonly id: string }[]> {
  return sql.many(
    `select b.workspace_id as "workspaceId", b.id from absence as b where ${runsNow} and b.begun_at is null
      order by b.from_at, b.id limit $1`,
    [limit],
  );
}
