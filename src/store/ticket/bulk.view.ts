import type { BulkView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

type BulkRecord = Omit<BulkView, 'undoUntil'> & { undoUntil: Date | null };

/** How far it has come; null when there is none of this agent's. */
export async function bulkView(
  sql: Sql,
  workspaceId: number,
  ask: { id: string; agentId: string },
): Promise<BulkView | null> {
  const record = await sql.maybe<BulkRecord>(
    `with item as (
       select i.ticket_id, i.state, i.because, i.position from bulk_item as i where i.workspace_id = $1 and i.bulk_id = $2)
     select b.id, b.ask ->> 'act' as act, b.state, b.undo_until as "undoUntil",
            (select count(*)::int from item as i) as total,
            (select count(*)::int from item as i where i.state in ('done', 'kept')) as done,
            (select count(*)::int from item as i where i.state = 'undone') as undone,
            coalesce((select jsonb_agg(jsonb_build_object('because', s.because, 'count', s.count) order by s.because)
              from (select i.because, count(*)::int as count from item as i
                     where i.because is not null group by i.because) as s), '[]') as skipped,
            coalesce((select jsonb_agg(jsonb_build_object('ticketId', t.id, 'number', t.number, 'because', f.because)
                order by f.position)
              from (select i.ticket_id, i.because, i.position from item as i where i.because is not null
                     order by i.position limit 200) as f
              join ticket as t on t.workspace_id = $1 and t.id = f.ticket_id), '[]') as left
       from bulk as b where b.workspace_id = $1 and b.id = $2 and b.agent_id = $3`,
    [workspaceId, ask.id, ask.agentId],
  );
  return record && { ...record, undoUntil: record.undoUntil?.toISOString() ?? null };
}
