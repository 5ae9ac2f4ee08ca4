import type { Actor, OfferList, OfferListName, OfferView } from '../../contract/index.js';
import { snapshotCursor } from '../feed/feed.store.js';
import type { Sql } from '../sql.js';
import { ticketRowFields, ticketRowTables, toTicketRow, type TicketRowRecord } from '../ticket/ticket-row.view.js';

type OfferRecord = TicketRowRecord & {
  offerId: string;
  agent: OfferView['agent'];
  madeAt: Date;
  endsAt: Date;
  reason: string | null;
};

const select = `select ${ticketRowFields}, f.id as "offerId", jsonb_build_object('id', g.id, 'name', g.name) as agent,
    f.made_at as "madeAt", f.ends_at as "endsAt", f.reason ->> 'because' as reason
  from ${ticketRowTables}
  join offer as f on f.workspace_id = t.workspace_id and f.ticket_id = t.id and f.ended_at is null
  join agent as g on g.workspace_id = f.workspace_id and g.id = f.agent_id`;

/** What is offered of a ticket just now. */
export async function offerOfTicket(sql: Sql, workspaceId: number, ticketId: string): Promise<OfferView> {
  return toView(
    await sql.one<OfferRecord>(`${select} where t.workspace_id = $1 and t.id = $2`, [workspaceId, ticketId]),
  );
}

/** What is offered to the one who looks, or to everybody; with the cursor from which live events go on. */
export async function offerList(
  sql: Sql,
  { workspaceId, id }: Actor & { readonly workspaceId: number },
  list: OfferListName,
): Promise<OfferList> {
  const cursor = await snapshotCursor(sql, workspaceId);
  const records = await sql.many<OfferRecord>(
    `${select} where t.workspace_id = $1 and ($2::uuid is null or f.agent_id = $2) order by t.urgent_at, f.id`,
    [workspaceId, list === 'mine' ? id : null],
  );
  return { offers: records.map(toView), cursor };
}

function toView({ offerId, agent, madeAt, endsAt, reason, ...row }: OfferRecord): OfferView {
  return {
    id: offerId,
    agent,
    madeAt: madeAt.toISOString(),
    endsAt: endsAt.toISOString(),
    reason,
    ticket: toTicketRow(row),
  };
}
