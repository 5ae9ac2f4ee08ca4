import { usualSettings } from '../../domain/routing/routing-settings.js';
import type { Sql } from '../sql.js';

export interface Left {
  readonly workspaceId: number;
  readonly ticketId: string;
  readonly agentId: string;
  readonly agentName: string;
  /** They began an answer, or owe one for a ticket that they have looked at; else they have not looked at it. */
  readonly begun: boolean;
  /** What they wrote and did not send. */
  readonly draftIds: readonly string[];
}

/** `t` is a ticket that `g` has: what they wrote there. */
const drafts = `array(select d.id from draft as d where d.workspace_id = t.workspace_id and d.ticket_id = t.id
  and d.author_id = g.id and d.ended_as is null and d.mode <> 'note' order by d.id)`;

/** An answer that is due to the customer. */
const owed = `exists (select 1 from clock as c where c.workspace_id = t.workspace_id and c.ticket_id = t.id
  and c.state = 'running' and c.kind in ('first_reply', 'next_reply'))`;

const unread = `(t.state = 'new' and s.how = 'routed')`;

/**
 * Open tickets of people who are gone (rules 2.8), by the time after which their workspace takes them for gone. What neither
 * waits for an answer nor was begun stays with them. One who has never been connected works by other means than a console.
 */
export function leftBehind(
  sql: Sql,
  which: { readonly ticketId: string | null; readonly limit: number },
): Promise<Left[]> {
  return sql.many<Left>(
    `select t.workspace_id as "workspaceId", t.id as "ticketId", g.id as "agentId", g.name as "agentName",
            not ${unread} or cardinality(${drafts}) > 0 as begun, ${drafts} as "draftIds"
       from assignment as s
       join ticket as t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
       join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
       left join routing_book as r on r.workspace_id = s.workspace_id
       cross join lateral (select now() - make_interval(secs =>
         coalesce((r.settings ->> 'leftSeconds')::integer, ${String(usualSettings.leftSeconds)})) as since) as gone
      where s.ended_at is null and t.owner_id = g.id and t.state <> 'closed' and s.started_at < gone.since
        and g.last_seen_at < gone.since
        and not exists (select 1 from presence as p where p.workspace_id = g.workspace_id and p.agent_id = g.id
          and p.seen_at >= gone.since)
        and (${unread} or ${owed} or cardinality(${drafts}) > 0)
        and ($1::uuid is null or t.id = $1)
      order by t.urgent_at, t.id limit $2`,
    [which.ticketId, which.limit],
  );
}
