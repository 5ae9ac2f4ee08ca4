import { pickDays, type PicksView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

/** How people chose in the last days: those who chose, or the one who is named. */
export function picksViews(sql: Sql, workspaceId: number, agentId: string | null): Promise<PicksView[]> {
  return sql.many<PicksView>(
    `select jsonb_build_object('id', g.id, 'name', g.name) as agent, count(*)::int as picked,
            (count(*) filter (where s.passed_over > 0))::int as "passedOver",
            (count(*) filter (where s.passed_over > 0 and s.started_at > now() - interval '1 day'))::int as "skipsToday"
       from assignment as s join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
      where s.workspace_id = $1 and s.passed_over is not null and s.started_at > now() - make_interval(days => $3)
        and ($2::uuid is null or s.agent_id = $2)
      group by g.id, g.name order by g.name, g.id`,
    [workspaceId, agentId, pickDays],
  );
}
