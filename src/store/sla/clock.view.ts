import type { AgentRef, ClockLine, ClockView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

type Times = 'startedAt' | 'dueAt' | 'stoppedAt' | 'pausedAt' | 'breachedAt';
type LineRecord = Omit<ClockLine, 'actor'> & { readonly agentId: string | null; readonly agentName: string | null };
type ClockRecord = Omit<ClockView, Times | 'ledger'> & {
  readonly ticketId: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly stoppedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly breachedAt: Date | null;
  readonly ledger: readonly LineRecord[];
};

/** Every clock of these tickets, by ticket, each with the lines that explain it. */
export async function clockViews(
  sql: Sql,
  workspaceId: number,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, ClockView[]>> {
  const records = await sql.many<ClockRecord>(
    `select c.ticket_id as "ticketId", c.id, c.kind, c.lane, c.state, c.policy_name as policy,
            c.calendar_name as calendar, c.minutes as "targetMinutes", c.started_at as "startedAt", c.due_at as "dueAt",
            c.stopped_at as "stoppedAt", c.paused_at as "pausedAt", c.paused_for as "pausedFor",
            c.breached_at as "breachedAt", c.spans, c.origin_id as "originId", coalesce(l.lines, '[]') as ledger
       from clock as c
       left join lateral (
         select jsonb_agg(jsonb_build_object('event', l.event, 'at', l.at, 'cause', l.cause, 'facts', l.facts,
                  'agentId', l.agent_id, 'agentName', g.name) order by l.noted_at, l.id) as lines
           from clock_ledger as l
           left join agent as g on g.workspace_id = l.workspace_id and g.id = l.agent_id
          where l.workspace_id = c.workspace_id and l.clock_id = c.id) as l on true
      where c.workspace_id = $1 and c.ticket_id = any($2) order by c.started_at, c.id`,
    [workspaceId, ticketIds],
  );
  const views = new Map<string, ClockView[]>();
  for (const { ticketId, ...record } of records) {
    views.set(ticketId, [...(views.get(ticketId) ?? []), viewOf(record)]);
  }
  return views;
}

function viewOf(clock: Omit<ClockRecord, 'ticketId'>): ClockView {
  return {
    ...clock,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    pausedAt: clock.pausedAt?.toISOString() ?? null,
    breachedAt: clock.breachedAt?.toISOString() ?? null,
    ledger: clock.ledger.map(lineOf),
  };
}

function lineOf({ agentId, agentName, at, ...line }: LineRecord): ClockLine {
  const actor: AgentRef | null = agentId !== null && agentName !== null ? { id: agentId, name: agentName } : null;
  return { ...line, at: new Date(at).toISOString(), actor };
}
