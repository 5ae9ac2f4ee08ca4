import type { Lane } from '../../domain/team/role.js';
import type { Hours } from '../../domain/routing/on-shift.js';
import type { Origin } from '../../domain/team/reach.js';
import type { Candidate } from '../../domain/routing/choose-agent.js';
import type { SkillNeed } from '../../domain/routing/rule.js';
import type { TicketState } from '../../domain/ticket/ticket-state.js';
import type { Sql } from '../sql.js';
import { reachOf } from '../team/agent.store.js';
import { runsNow } from '../team/absence.store.js';

export interface NewAssignment {
  readonly id: string;
  readonly ticketId: string;
  readonly agentId: string;
  readonly how: 'taken' | 'assigned' | 'routed' | 'accepted';
  readonly reason: Readonly<Record<string, unknown>>;
}

/** Seconds without a sign of life after which an agent counts as gone (console.md 13: presence expires at 40 s). */
const presenceSeconds = 40;

/** How long somebody who had a ticket of a person is the first to be asked again. */
const rememberedDays = 30;

/** What became of ticket `t` before: who had one of this person last, and who would not have this one. */
const beforeNow = `
  (select s.agent_id from ticket as o
     join assignment as s on s.workspace_id = o.workspace_id and s.ticket_id = o.id
    where o.workspace_id = t.workspace_id and o.person_id = t.person_id
      and coalesce(s.ended_at, now()) > now() - make_interval(days => ${String(rememberedDays)})
    order by s.started_at desc limit 1) as "lastOwnerId",
  array(select s.agent_id from assignment as s where s.workspace_id = t.workspace_id
    and s.ticket_id = t.id and s.ended_because in ('released', 'escalated')) as "gaveBack",
  array(select o.agent_id from offer as o where o.workspace_id = t.workspace_id and o.ticket_id = t.id
    and o.outcome = 'declined') as declined,
  array(select o.agent_id from offer as o where o.workspace_id = t.workspace_id and o.ticket_id = t.id
    and o.outcome = 'timed-out') as "noAnswer"`;

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

  /**
   * Everybody who might be given work, or the one who is named, with the slots they use now; their rows are held so that
   * nobody is overfilled.
   */
  async candidates(agentId: string | null = null): Promise<Worker[]> {
    await this.sql.run(
      `select g.id from agent as g where g.workspace_id = $1 and g.disabled_at is null
          and (g.id = $2 or ($2::uuid is null and g.availability = 'available')) order by g.id for no key update of g`,
      [this.workspaceId, agentId],
    );
    return this.sql.many<Worker>(
      `select g.id, g.name, g.role, g.languages, g.skills, g.shift_id as "shiftId", g.on_call_id as "onCallId", ${reachOf} as reach, g.availability, g.capacity,
              g.last_assigned_at as "lastAssignedAt",
              exists (select 1 from absence as b where b.workspace_id = g.workspace_id and b.agent_id = g.id and ${runsNow}) as absent,
              array(select m.team_id from team_member as m where m.workspace_id = g.workspace_id and (m.agent_id = g.id
                or m.agent_id in (select b.agent_id from absence as b
                   where b.workspace_id = g.workspace_id and b.stand_in_id = g.id and ${runsNow}))) as teams,
              exists (select 1 from presence as p where p.workspace_id = g.workspace_id and p.agent_id = g.id
                and p.seen_at > now() - make_interval(secs => ${String(presenceSeconds)})) as connected,
              exists (select 1 from offer as o where o.workspace_id = g.workspace_id and o.agent_id = g.id
                and o.ended_at is null) as deciding,
              coalesce((select sum((case when t.priority = 1 then 3 when t.space = 'private' then 2 else 1 end)
                  * (case when t.state in ('new', 'open') then 1 else 0.25 end))
                from ticket as t where t.workspace_id = g.workspace_id and (t.owner_id = g.id or t.offered_to = g.id) and t.state <> 'closed'), 0)::float8 as load
         from agent as g where g.workspace_id = $1 and g.disabled_at is null and ($2::uuid is null or g.id = $2) order by g.id`,
      [this.workspaceId, agentId],
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
   * Tickets that nobody has and that are of the lanes, languages and teams of those who are free, most urgent first. With
   * each, who had a ticket of this person last (they know the story), and who gave this one back (it is not theirs to get again).
   */
  unowned(ask: UnownedAsk): Promise<Unowned[]> {
    return this.sql.many<Unowned>(
      `select t.id, t.lane, t.language, t.space, t.state, t.priority, t.skills, t.urgent_at as "urgentAt", t.team_id as "teamId",
              tm.neighbour_id as "neighbourId", coalesce(c.started_at, t.waiting_since, t.created_at) as "waitsFrom",
              coalesce(c.due_at, t.due_at) as "waitsUntil", tm.offer_seconds as "offerSeconds", a.network,
              a.id as "accountId", br.name as brand, ${beforeNow}
         from ticket as t
         join account as a on a.workspace_id = t.workspace_id and a.id = t.account_id
         left join brand as br on br.workspace_id = a.workspace_id and br.id = a.brand_id
         left join team as tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
         left join clock as c on c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.kind = 'assignment'
           and c.state = 'running'
        where t.workspace_id = $1 and t.owner_id is null and t.offered_to is null and t.state in ('new', 'open') and not t.held
          and t.lane = any($2) and (t.language is null or t.language = any($3))
          and (t.team_id is null or t.team_id = any($4) or tm.neighbour_id = any($4))
          and ($5 or coalesce(tm.mode, 'push') = 'push')
          and ($6::timestamptz is null or (t.urgent_at, t.id) > ($6, $7::uuid))
        order by t.urgent_at, t.id limit $8`,
      [
        this.workspaceId,
        ask.lanes,
        ask.languages,
        ask.teams,
        ask.pulled,
        ask.after?.urgentAt ?? null,
        ask.after?.id ?? null,
        ask.limit,
      ],
    );
  }

  /** Tickets that were promised to be given to somebody by now, and that the leads have not been told of. */
  async overdue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `select t.id from ticket as t
         join clock as c on c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.kind = 'assignment'
           and c.state = 'running'
        where t.workspace_id = $1 and t.owner_id is null and t.state in ('new', 'open') and t.tray_at is null
          and c.due_at <= $2
        order by t.urgent_at, t.id limit $3 for no key update of t skip locked`,
      [this.workspaceId, now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Held for the one who asks, if nobody else holds it and it is still nobody's. */
  async holdUnowned(ticketId: string): Promise<boolean> {
    // By its key alone: among many that nobody has, the planner would rather walk through those.
    const row = await this.sql.maybe<{ isFree: boolean }>(
      `select t.owner_id is null and t.offered_to is null and t.state in ('new', 'open') as "isFree" from ticket as t
        where t.workspace_id = $1 and t.id = $2 for no key update of t skip locked`,
      [this.workspaceId, ticketId],
    );
    return row?.isFree ?? false;
  }
}

/** A candidate with the hours that say when they work. */
export type Worker = Omit<Candidate, 'onShift' | 'onCall'> & Hours;

interface UnownedAsk {
  readonly lanes: readonly Lane[];
  readonly languages: readonly string[];
  readonly teams: readonly string[];
  /** Also the tickets of teams whose people ask for work. */
  readonly pulled: boolean;
  readonly after: { readonly urgentAt: Date; readonly id: string } | null;
  readonly limit: number;
}

export interface Unowned extends Origin {
  readonly id: string;
  readonly lane: Lane;
  readonly language: string | null;
  readonly space: 'public' | 'private';
  readonly state: TicketState;
  readonly priority: number;
  readonly skills: readonly SkillNeed[];
  readonly urgentAt: Date;
  readonly teamId: string | null;
  readonly neighbourId: string | null;
  readonly waitsFrom: Date;
  readonly waitsUntil: Date | null;
  readonly lastOwnerId: string | null;
  readonly gaveBack: readonly string[];
  readonly offerSeconds: number | null;
  readonly declined: readonly string[];
  readonly noAnswer: readonly string[];
}

/** Workspaces with tickets that wait for somebody. */
export async function unownedWorkspaces(sql: Sql): Promise<number[]> {
  const rows = await sql.many<{ id: number }>(
    `select w.id from workspace as w where exists (select 1 from ticket as t
      where t.workspace_id = w.id and t.owner_id is null and t.state in ('new', 'open')) order by w.id`,
  );
  return rows.map(({ id }) => id);
}
