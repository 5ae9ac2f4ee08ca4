import type { TicketLink } from '../../contract/index.js';
import type { Sql } from '../sql.js';

/** How long a merge or a split can be undone. */
export const undoDays = 30;

type LinkRecord = Omit<TicketLink, 'at' | 'by' | 'undoUntil'> & {
  ownId: string;
  at: Date;
  undoUntil: Date;
  agentId: string;
  agentName: string;
};

/** The tickets that these were merged with or split from, as far as that was not undone, by ticket. */
export async function ticketLinks(
  sql: Sql,
  workspaceId: number,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, TicketLink[]>> {
  const records = await sql.many<LinkRecord>(
    `select own.id as "ownId", r.kind || case when r.ticket_id = own.id then '-into' else '-from' end as kind,
            o.id as "ticketId", o.number::int as number, r.at,
            r.at + make_interval(days => ${String(undoDays)}) as "undoUntil", g.id as "agentId", g.name as "agentName"
       from unnest($2::uuid[]) as own (id)
       join regrouping as r on r.workspace_id = $1 and (r.ticket_id = own.id or r.other_id = own.id)
       join ticket as o on o.workspace_id = r.workspace_id
        and o.id = case when r.ticket_id = own.id then r.other_id else r.ticket_id end
       join agent as g on g.workspace_id = r.workspace_id and g.id = r.agent_id
      where r.undone_at is null
      order by r.at, r.id`,
    [workspaceId, ticketIds],
  );
  const links = new Map<string, TicketLink[]>();
  for (const { ownId, at, undoUntil, agentId, agentName, ...link } of records) {
    const by = { id: agentId, name: agentName };
    const view = { ...link, at: at.toISOString(), by, undoUntil: undoUntil.toISOString() };
    links.set(ownId, [...(links.get(ownId) ?? []), view]);
  }
  return links;
}
