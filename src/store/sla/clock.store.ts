import type { LedgerLine, Pause, SlaClock } from '../../domain/sla/clock.js';
import type { Rung } from '../../domain/sla/ladder.js';
import type { Span } from '../../domain/sla/open-spans.js';
import type { Sql } from '../sql.js';

/** A clock as it is to stand, and what comes next on it. */
export interface ClockEntry {
  readonly ticketId: string;
  readonly clock: SlaClock;
  readonly spans: readonly Span[];
  readonly next: Rung | null;
}
export interface LedgerEntry extends LedgerLine {
  readonly id: string;
  readonly cause: string;
  readonly actorId: string | null;
}

export type ClockOfTicket = SlaClock & {
  readonly ticketId: string;
  /** Something is to come on it, and a timer waits for that. */
  readonly armed: boolean;
};
type ClockRecord = Omit<ClockOfTicket, 'pauses'> & {
  readonly pauses: (Omit<Pause, 'from' | 'to'> & { readonly from: string; readonly to: string })[];
};

export class ClockStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** All clocks of these tickets, oldest first, those that were brought by a merge left out. */
  async ofTickets(ticketIds: readonly string[]): Promise<ClockOfTicket[]> {
    const records = await this.sql.many<ClockRecord>(
      `select c.id, c.ticket_id as "ticketId", c.kind, c.lane, c.state, c.policy_id as "policyId",
              c.policy_name as "policyName", c.calendar_id as "calendarId", c.calendar_name as "calendarName", c.minutes,
              c.started_at as "startedAt", c.due_at as "dueAt", c.pauses, c.paused_at as "pausedAt",
              c.paused_for as "pausedFor", c.stopped_at as "stoppedAt", c.breached_at as "breachedAt", c.reached,
              exists (select 1 from sla_timer as r
                where r.workspace_id = c.workspace_id and r.clock_id = c.id) as armed
         from clock as c where c.workspace_id = $1 and c.ticket_id = any($2) and c.origin_id is null
        order by c.started_at, c.id`,
      [this.workspaceId, ticketIds],
    );
    return records.map((record) => ({
      ...record,
      pauses: record.pauses.map(({ from, to, because }) => ({ from: new Date(from), to: new Date(to), because })),
    }));
  }

  /** Whoever is measured by it has known its deadline since then. */
  async wasPromisedBy(clockId: string, at: Date): Promise<boolean> {
    const { is } = await this.sql.one<{ is: boolean }>(
      `select not exists (select 1 from clock_ledger as l where l.workspace_id = $1 and l.clock_id = $2
          and l.event in ('started', 'recomputed', 'reopened') and l.noted_at > $3) as is`,
      [this.workspaceId, clockId, at],
    );
    return is;
  }

  /** Clocks with the lines that explain them. What comes next on each is to be armed in the same transaction. */
  async save(entries: readonly ClockEntry[], lines: readonly LedgerEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.write(entries);
    await this.sql.run(
      `insert into clock_ledger (workspace_id, id, clock_id, event, cause, agent_id, at, facts)
       select $1, r.id, r."clockId", r.event, r.cause, r."actorId", r.at, r.facts
         from jsonb_to_recordset($2) as r
           (id uuid, "clockId" uuid, event text, cause text, "actorId" uuid, at timestamptz, facts jsonb)`,
      [this.workspaceId, JSON.stringify(lines)],
    );
  }

  private async write(entries: readonly ClockEntry[]): Promise<void> {
    const rows = entries.map(({ ticketId, clock, spans }) => ({ ...clock, ticketId, spans: spans.map(readable) }));
    await this.sql.run(
      `insert into clock (workspace_id, id, ticket_id, kind, lane, state, policy_id, policy_name, calendar_id,
         calendar_name, minutes, started_at, due_at, pauses, paused_at, paused_for, stopped_at, breached_at, reached, spans)
       select $1, r.id, r."ticketId", r.kind, r.lane, r.state, r."policyId", r."policyName", r."calendarId",
              r."calendarName", r.minutes, r."startedAt", r."dueAt", r.pauses, r."pausedAt", r."pausedFor",
              r."stoppedAt", r."breachedAt", r.reached, r.spans
         from jsonb_to_recordset($2) as r (id uuid, "ticketId" uuid, kind text, lane text, state text,
           "policyId" uuid, "policyName" text, "calendarId" uuid, "calendarName" text, minutes integer,
           "startedAt" timestamptz, "dueAt" timestamptz, pauses jsonb, "pausedAt" timestamptz, "pausedFor" text,
           "stoppedAt" timestamptz, "breachedAt" timestamptz, reached integer, spans jsonb)
       on conflict (workspace_id, id) do update set state = excluded.state, policy_id = excluded.policy_id,
         policy_name = excluded.policy_name, calendar_id = excluded.calendar_id,
         calendar_name = excluded.calendar_name, minutes = excluded.minutes, due_at = excluded.due_at,
         pauses = excluded.pauses, paused_at = excluded.paused_at, paused_for = excluded.paused_for,
         stopped_at = excluded.stopped_at, breached_at = excluded.breached_at, reached = excluded.reached,
         spans = excluded.spans`,
      [this.workspaceId, JSON.stringify(rows)],
    );
  }

  /** One timer for each of these clocks on which something is to come, and none for the others. */
  async arm(entries: readonly ClockEntry[]): Promise<void> {
    const armed = entries.flatMap(({ ticketId, clock, next }) =>
      next ? [{ ticketId, clockId: clock.id, kind: clock.kind, ...next }] : [],
    );
    const still = entries.filter(({ next }) => next === null).map(({ clock }) => clock.id);
    if (still.length > 0) {
      await this.sql.run('delete from sla_timer as r where r.workspace_id = $1 and r.clock_id = any($2)', [
        this.workspaceId,
        still,
      ]);
    }
    if (armed.length === 0) return;
    await this.sql.run(
      `insert into sla_timer (workspace_id, clock_id, ticket_id, kind, percent, due_at)
       select $1, r."clockId", r."ticketId", r.kind, r.percent, r.at
         from jsonb_to_recordset($2) as r
           ("clockId" uuid, "ticketId" uuid, kind text, percent integer, at timestamptz)
       on conflict (workspace_id, clock_id) do update
         set percent = excluded.percent, due_at = excluded.due_at, tries = 0, leased_until = null`,
      [this.workspaceId, JSON.stringify(armed)],
    );
  }
}

function readable({ from, to }: Span): { from: Date; to: Date } {
  return { from: new Date(from), to: new Date(to) };
}
