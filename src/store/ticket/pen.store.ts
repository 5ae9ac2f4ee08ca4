import type { Pen } from '../../domain/ticket/pen.js';
import type { Sql } from '../sql.js';

interface PenRow {
  readonly agentId: string;
  readonly until: Date;
  readonly askedBy: string | null;
  readonly askedUntil: Date | null;
}

export interface PenNow {
  /** As it was written down last: who has it by now follows from the time. */
  readonly pen: Pen | null;
  /** By the database's clock, which all processes share. */
  readonly now: Date;
}

/** Who writes the reply of a ticket. Hold the ticket first. */
export class PenStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async look(ticketId: string): Promise<PenNow> {
    const { now, ...record } = await this.sql.one<{ now: Date } & (PenRow | { agentId: null })>(
      `select clock_timestamp() as now, p.agent_id as "agentId", p.until, p.asked_by as "askedBy",
              p.asked_until as "askedUntil"
         from (select 1) as one left join pen as p on p.workspace_id = $1 and p.ticket_id = $2`,
      [this.workspaceId, ticketId],
    );
    return { pen: record.agentId === null ? null : toPen(record), now };
  }

  async keep(ticketId: string, pen: Pen | null): Promise<void> {
    if (pen === null) {
      await this.sql.run('delete from pen as p where p.workspace_id = $1 and p.ticket_id = $2', [
        this.workspaceId,
        ticketId,
      ]);
      return;
    }
    await this.sql.run(
      `insert into pen as p (workspace_id, ticket_id, agent_id, until, asked_by, asked_until) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, ticket_id) do update
          set agent_id = excluded.agent_id, until = excluded.until, asked_by = excluded.asked_by,
              asked_until = excluded.asked_until`,
      [this.workspaceId, ticketId, pen.agentId, pen.until, pen.asked?.by ?? null, pen.asked?.until ?? null],
    );
  }
}

function toPen({ agentId, until, askedBy, askedUntil }: PenRow): Pen {
  const asked = askedBy !== null && askedUntil !== null ? { by: askedBy, until: askedUntil } : null;
  return { agentId, until, asked };
}
