import type { PenView, PresenceView, TicketScope } from '../../contract/index.js';
import type { Lane } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';
import { penFields, penTables, toPenView, type PenRecord } from '../ticket/pen.view.js';

/** One connected screen: whose it is, and which ticket it shows. */
export interface Presence {
  readonly workspaceId: number;
  readonly agentId: string;
  readonly socketId: string;
  readonly ticketId: string | null;
  readonly drafting: boolean;
  /** It is open, and nobody looks at it. */
  readonly idle: boolean;
}

/** Seconds without a sign of life after which a screen counts as gone. */
const presenceSeconds = 40;

/** Says that these screens are there now, and what they show. */
export async function notePresence(sql: Sql, screens: readonly Presence[]): Promise<void> {
  if (screens.length === 0) return;
  await sql.run(
    `insert into presence as p (workspace_id, agent_id, socket_id, ticket_id, drafting, idle, seen_at)
     select s.workspace_id, s.agent_id, s.socket_id, s.ticket_id, s.drafting, s.idle, now()
       from unnest($1::integer[], $2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[], $6::boolean[])
            as s (workspace_id, agent_id, socket_id, ticket_id, drafting, idle)
      order by s.workspace_id, s.agent_id, s.socket_id
     on conflict (workspace_id, agent_id, socket_id) do update
        set ticket_id = excluded.ticket_id, drafting = excluded.drafting, idle = excluded.idle, seen_at = excluded.seen_at`,
    [
      screens.map(({ workspaceId }) => workspaceId),
      screens.map(({ agentId }) => agentId),
      screens.map(({ socketId }) => socketId),
      screens.map(({ ticketId }) => ticketId),
      screens.map(({ drafting }) => drafting),
      screens.map(({ idle }) => idle),
    ],
  );
  await sql.run(
    // Whoever is just being given work is held meanwhile: they are seen the next time.
    `update agent as g set last_seen_at = now()
       from (select a.workspace_id, a.id from agent as a
               join unnest($1::integer[], $2::uuid[]) as s (workspace_id, agent_id)
                 on s.workspace_id = a.workspace_id and s.agent_id = a.id
              where a.last_seen_at is null or a.last_seen_at < now() - interval '10 seconds'
              for no key update of a skip locked) as free
      where g.workspace_id = free.workspace_id and g.id = free.id`,
    [screens.map(({ workspaceId }) => workspaceId), screens.map(({ agentId }) => agentId)],
  );
}

/** Forgets screens that said goodbye, and those that nobody has heard of for long. */
export async function forgetPresence(sql: Sql, socketIds: readonly string[]): Promise<void> {
  await sql.run(
    `delete from presence as p where p.socket_id = any($1::uuid[]) or p.seen_at < now() - interval '10 minutes'`,
    [socketIds],
  );
}

export interface Viewed {
  readonly workspaceId: number;
  readonly ticketId: string;
  readonly scope: TicketScope;
  /** Everybody who has it on a screen; two screens of one person count once. */
  readonly agents: PresenceView['agents'];
  readonly pen: PenView | null;
}

interface ViewedRecord extends Omit<Viewed, 'scope' | 'pen'>, PenRecord {
  readonly lane: Lane;
  readonly ownerId: string | null;
}

/** Who looks at these tickets. */
export async function viewersOf(
  sql: Sql,
  tickets: readonly { workspaceId: number; ticketId: string }[],
): Promise<Viewed[]> {
  const records = await sql.many<ViewedRecord>(
    `select t.workspace_id as "workspaceId", t.id as "ticketId", t.lane, t.owner_id as "ownerId",
            coalesce(v.agents, '[]') as agents, ${penFields}
       from unnest($1::integer[], $2::uuid[]) as a (workspace_id, ticket_id)
       join ticket as t on t.workspace_id = a.workspace_id and t.id = a.ticket_id
       ${penTables}
       left join lateral (
         select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'drafting', s.drafting,
                                             'idle', s.idle) order by s.id) as agents
           from (select g.id, g.name, bool_or(p.drafting) as drafting, bool_and(p.idle) as idle
                   from presence as p
                   join agent as g on g.workspace_id = p.workspace_id and g.id = p.agent_id
                  where p.workspace_id = t.workspace_id and p.ticket_id = t.id
                    and p.seen_at > now() - make_interval(secs => ${String(presenceSeconds)})
                  group by g.id, g.name) as s) as v on true`,
    [tickets.map(({ workspaceId }) => workspaceId), tickets.map(({ ticketId }) => ticketId)],
  );
  return records.map(({ workspaceId, ticketId, agents, lane, ownerId, ...pen }) => ({
    ...{ workspaceId, ticketId, agents },
    scope: { lane, ownerId },
    pen: toPenView(pen),
  }));
}
