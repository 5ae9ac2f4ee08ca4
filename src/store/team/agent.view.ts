import type { AgentView } from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { reachOf } from './agent.store.js';
import { runsNow } from './absence.store.js';

/** The people of a workspace, or one of them. */
export function agentViews(sql: Sql, workspaceId: number, id: string | null): Promise<AgentView[]> {
  return sql.many<AgentView>(
    `select g.id, g.name, g.email, g.role, g.languages, g.skills, g.shift_id as "shiftId", g.on_call_id as "onCallId", ${reachOf} as reach, g.capacity, g.in_training as "inTraining", g.availability, g.disabled_at is not null as disabled,
            exists (select 1 from presence as p where p.workspace_id = g.workspace_id and p.agent_id = g.id
              and p.seen_at > now() - interval '40 seconds') as connected,
            (select count(*)::int from ticket as t where t.workspace_id = g.workspace_id and t.owner_id = g.id
              and t.state <> 'closed') as "openTickets",
            (select jsonb_build_object('until', to_char(b.until_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'standIn', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end)
               from absence as b left join agent as s on s.workspace_id = b.workspace_id and s.id = b.stand_in_id
              where b.workspace_id = g.workspace_id and b.agent_id = g.id and ${runsNow}
              order by b.until_at desc limit 1) as absence
       from agent as g where g.workspace_id = $1 and ($2::uuid is null or g.id = $2) order by g.name, g.id`,
    [workspaceId, id],
  );
}
