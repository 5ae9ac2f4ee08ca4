import type { TicketLink } from '../../contract/index.js';
import type { Sql } from '../sql.js';

/** How long a merge or a split can be undone. */
export const undoDays = 30;

type LinkRecord = Omit<TicketLink, 'at' | 'by' | 'undoUntil'> & {
  at: Date;
  undoUntil: Date;
  agentId: string;
  agentName: string;
};

/** The tickets that this one was merged with or split from, as far as that was not undone. */
export async function ticketLinks(sql: Sql, workspaceId: number, ticketId: string): Promise<TicketLink[]> {
  const records = await sql.many<LinkRecord>(
    `select r.kind || case when r.ticket_id = $2 then '-into' else '-from' end as kind, o.id as "ticketId",
            o.number::int as number, r.at, r.at + make_interval(days => ${String(undoDays)}) as "undoUntil",
            g.id as "agentId", g.name as "agentName"
       from regrouping as r
       join ticket as o on o.workspace_id = r.workspace_id
        and o.id = case when r.ticket_id = $2 then r.other_id else r.ticket_id end
       join agent as g on g.workspace_id = r.workspace_id and g.id = r.agent_id
      where r.workspace_id = $1 and (r.ticket_id = $2 or r.other_id = $2) and r.undone_at is null
      order by r.at, r.id`,
    [workspaceId, ticketId],
  );
  return records.map(({ at, undoUntil, agentId, agentName, ...link }) => ({
    ...link,
    at: at.toISOString(),
    by: { id: agentId, name: agentName },
    undoUntil: undoUntil.toISOString(),
  }));
}
