import type { ClockChange, RunningClock } from '../../domain/ticket/settle-ticket.js';
import type { Sql } from '../sql.js';

export class ClockStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  running(ticketId: string): Promise<RunningClock[]> {
    return this.sql.many<RunningClock>(
      `select c.id, c.kind, c.started_at as "startedAt" from clock as c
        where c.workspace_id = $1 and c.ticket_id = $2 and c.state = 'running'`,
      [this.workspaceId, ticketId],
    );
  }

  /** Starts or stops a clock and writes the line of the ledger that explains it. `ids`: the clock's and the line's. */
  async change(
    ticketId: string,
    change: ClockChange,
    ids: { clockId: string; ledgerId: string; cause: string },
  ): Promise<void> {
    if (change.do === 'start') {
      await this.sql.run(
        `insert into clock (workspace_id, id, ticket_id, kind, state, started_at, due_at)
         values ($1, $2, $3, $4, 'running', $5, $6)`,
        [this.workspaceId, ids.clockId, ticketId, change.kind, change.startedAt, change.dueAt],
      );
      await this.note(ids.clockId, { id: ids.ledgerId, event: 'started', cause: ids.cause, at: change.startedAt });
      return;
    }
    await this.sql.run(
      `update clock as c set stopped_at = $3,
              state = case when $4 = 'met' and $3 > c.due_at then 'late' else $4 end
        where c.workspace_id = $1 and c.id = $2`,
      [this.workspaceId, change.clock.id, change.at, change.as],
    );
    await this.note(change.clock.id, { id: ids.ledgerId, event: change.as, cause: ids.cause, at: change.at });
  }

  /** What the ticket must be answered by; null when no clock runs. */
  nearest(ticketId: string): Promise<{ dueAt: Date; kind: string } | null> {
    return this.sql.maybe(
      `select c.due_at as "dueAt", c.kind from clock as c
        where c.workspace_id = $1 and c.ticket_id = $2 and c.state = 'running' order by c.due_at limit 1`,
      [this.workspaceId, ticketId],
    );
  }

  private async note(clockId: string, line: { id: string; event: string; cause: string; at: Date }): Promise<void> {
    await this.sql.run(
      'insert into clock_ledger (workspace_id, id, clock_id, event, cause, at) values ($1, $2, $3, $4, $5, $6)',
      [this.workspaceId, line.id, clockId, line.event, line.cause, line.at],
    );
  }
}
