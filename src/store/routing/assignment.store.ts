import type { Lane } from '../../domain/team/role.js';
import type { Candidate } from '../../domain/routing/choose-agent.js';
import type { Sql } from '../sql.js';

export interface NewAssignment {
  readonly id: string;
  readonly ticketId: string;
  readonly agentId: string;
  readonly how: 'taken' | 'assigned' | 'routed';
  readonly reason: Readonly<Record<string, unknown>>;
}

/** Seconds without a sign of life after which an agent counts as gone (console.md 13: presence expires at 40 s). */
const presenceSeconds = 40;

export class AssignmentStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Puts the ticket into one pair of hands; whoever had it before has it no longer. */
  async give(assignment: NewAssignment): Promise<void> {
    await this.end(assignment.ticketId, assignment.how);
    await this.sql.run(
      `insert into assignment (workspace_id, id, ticket_id, agent_id, how, reason) values ($1, $2, $3, $4, $5, $6)`,
      [
        this.workspaceId,
        assignment.id,
        assignment.ticketId,
        assignment.agentId,
        assignment.how,
        JSON.stringify(assignment.reason),
      ],
    );
    await this.sql.run('update agent as g set last_assigned_at = now() where g.workspace_id = $1 and g.id = $2', [
      this.workspaceId,
      assignment.agentId,
    ]);
  }

  async end(ticketId: string, because: string): Promise<void> {
    await this.sql.run(
      `update assignment as s set ended_at = now(), ended_because = $3
        where s.workspace_id = $1 and s.ticket_id = $2 and s.ended_at is null`,
      [this.workspaceId, ticketId, because],
    );
  }

  /** Everybody who might be given work, with the slots they use now; their rows are held so that nobody is overfilled. */
  async candidates(): Promise<Candidate[]> {
    await this.sql.run(
      `select g.id from agent as g where g.workspace_id = $1 and g.disabled_at is null
          and g.availability = 'available' order by g.id for no key update of g`,
      [this.workspaceId],
    );
    return this.sql.many<Candidate>(
      `select g.id, g.name, g.role, g.languages, g.availability, g.capacity, g.last_assigned_at as "lastAssignedAt",
              exists (select 1 from presence as p where p.workspace_id = g.workspace_id and p.agent_id = g.id
                and p.seen_at > now() - make_interval(secs => ${String(presenceSeconds)})) as connected,
              coalesce((select sum((case t.space when 'private' then 2 else 1 end)
                  * (case when t.state in ('new', 'open') then 1 else 0.25 end))
                from ticket as t where t.workspace_id = g.workspace_id and t.owner_id = g.id and t.state <> 'closed'), 0)::float8 as load
         from agent as g where g.workspace_id = $1 and g.disabled_at is null order by g.id`,
      [this.workspaceId],
    );
  }

  /** Whoever has it had it by then already, no reply is on its way, and nobody who is there writes one. */
  async isLeftLying(ticketId: string, since: Date): Promise<boolean> {
    const { is } = await this.sql.one<{ is: boolean }>(
      `select exists (select 1 from assignment as s where s.workspace_id = $1 and s.ticket_id = $2
                 and s.ended_at is null and s.started_at <= $3)
          and not exists (select 1 from message as m where m.workspace_id = $1 and m.ticket_id = $2
                 and m.state in ('queued', 'sending', 'unknown'))
          and not exists (select 1 from presence as p where p.workspace_id = $1 and p.ticket_id = $2 and p.drafting
                 and p.seen_at > now() - make_interval(secs => ${String(presenceSeconds)})) as is`,
      [this.workspaceId, ticketId, since],
    );
    return is;
  }

  /**
   * Tickets that nobody has and somebody free could take, most urgent first; those that somebody else holds are left to them. With each, who had a
   * ticket of this person last (they know the story), and who gave this one back (it is not theirs to get again).
   */
  unowned(ask: { lanes: readonly Lane[]; languages: readonly string[]; limit: number }): Promise<Unowned[]> {
    return this.sql.many<Unowned>(
      `select t.id,
              (select s.agent_id from ticket as o
                 join assignment as s on s.workspace_id = o.workspace_id and s.ticket_id = o.id
                where o.workspace_id = t.workspace_id and o.person_id = t.person_id
                order by s.started_at desc limit 1) as "lastOwnerId",
              array(select s.agent_id from assignment as s where s.workspace_id = t.workspace_id
                and s.ticket_id = t.id and s.ended_because in ('released', 'escalated')) as "gaveBack"
         from ticket as t
        where t.workspace_id = $1 and t.owner_id is null and t.state in ('new', 'open')
          and t.lane = any($2) and (t.language is null or t.language = any($3))
        order by t.urgent_at, t.id limit $4 for no key update of t skip locked`,
      [this.workspaceId, ask.lanes, ask.languages, ask.limit],
    );
  }
}

export interface Unowned {
  readonly id: string;
  readonly lastOwnerId: string | null;
  readonly gaveBack: readonly string[];
}

/** Workspaces with tickets that wait for somebody. */
export async function unownedWorkspaces(sql: Sql): Promise<number[]> {
  const rows = await sql.many<{ id: number }>(
    `select w.id from workspace as w where exists (select 1 from ticket as t
      where t.workspace_id = w.id and t.owner_id is null and t.state in ('new', 'open')) order by w.id`,
  );
  return rows.map(({ id }) => id);
}

/** Seconds after which somebody who is not there has left (rules 2.8). */
const leftSeconds = 120;

/** Tickets that were given to somebody who has gone since, and that they never opened. */
export function leftBehind(
  sql: Sql,
  limit: number,
): Promise<{ workspaceId: number; ticketId: string; agentId: string }[]> {
  return sql.many(
    `select t.workspace_id as "workspaceId", t.id as "ticketId", g.id as "agentId"
       from assignment as s
       join ticket as t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
       join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
      where s.ended_at is null and s.how = 'routed' and t.state = 'new' and t.owner_id = g.id
        and s.started_at < now() - make_interval(secs => ${String(leftSeconds)})
        and (g.last_seen_at is null or g.last_seen_at < now() - make_interval(secs => ${String(leftSeconds)}))
      order by t.urgent_at, t.id limit $1`,
    [limit],
  );
}
