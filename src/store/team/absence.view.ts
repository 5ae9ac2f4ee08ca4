import { may, type AbsenceView, type Actor } from '../../contract/index.js';
import type { Sql } from '../sql.js';

type AbsenceRecord = Omit<AbsenceView, 'from' | 'until'> & { from: Date; until: Date };

/** Absences that are not over yet, or one of them, as this agent may see them. */
export async function absenceViews(
  sql: Sql,
  actor: Actor & { readonly workspaceId: number },
  id: string | null,
): Promise<AbsenceView[]> {
  const records = await sql.many<AbsenceRecord>(
    `select b.id, jsonb_build_object('id', g.id, 'name', g.name) as agent, b.from_at as "from", b.until_at as "until", b.reason,
            case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as "standIn",
            b.open_work as "openWork", b.begun_at is not null as begun
       from absence as b
       join agent as g on g.workspace_id = b.workspace_id and g.id = b.agent_id
       left join agent as s on s.workspace_id = b.workspace_id and s.id = b.stand_in_id
      where b.workspace_id = $1 and b.ended_at is null and b.until_at > clock_timestamp() and ($2::uuid is null or b.id = $2)
      order by b.from_at, b.id`,
    [actor.workspaceId, id],
  );
  const seesAll = may(actor, 'absences.manage').ok;
  return records.map(({ from, until, reason, ...absence }) => ({
    ...absence,
    from: from.toISOString(),
    until: until.toISOString(),
    // Why somebody is away is their own affair.
    reason: seesAll || absence.agent.id === actor.id ? reason : null,
  }));
}
