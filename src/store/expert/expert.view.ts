import type { EmbargoView, ExpertView } from '../../contract/index.js';
import type { ExpertFacts } from '../../domain/expert/suggest-experts.js';
import type { Sql } from '../sql.js';
import { ExpertStore } from './expert.store.js';
import { instant } from '../ticket/ticket-row.view.js';

/** Questions they took on since Monday, by the wall clock where they are. */
const usedThisWeek = `(select count(*)::int from ask as a where a.workspace_id = e.workspace_id and a.expert_id = e.agent_id
  and a.accepted_at >= date_trunc('week', now() at time zone e.zone) at time zone e.zone)`;
const answered = `(select count(*)::int from ask as a where a.workspace_id = e.workspace_id and a.expert_id = e.agent_id
  and a.state in ('published', 'advised'))`;

type ExpertRecord = Omit<ExpertView, 'agent' | 'consentAt'> & { id: string; name: string; consentAt: Date | null };

export async function expertViews(sql: Sql, workspaceId: number, agentId: string | null): Promise<ExpertView[]> {
  const records = await sql.many<ExpertRecord>(
    `select g.id, g.name, e.topics, e.languages, e.zone, e.hours, e.weekly_quota as "weeklyQuota", e.autonomy, e.signature,
            e.active, e.consent_at as "consentAt", ${usedThisWeek} as "usedThisWeek", ${answered} as answered
       from expert as e join agent as g on g.workspace_id = e.workspace_id and g.id = e.agent_id
      where e.workspace_id = $1 and g.disabled_at is null and ($2::uuid is null or g.id = $2) order by g.name, g.id`,
    [workspaceId, agentId],
  );
  return records.map(({ id, name, consentAt, ...expert }) => ({
    ...expert,
    agent: { id, name },
    consentAt: instant(consentAt),
  }));
}

export function embargoViews(sql: Sql, workspaceId: number): Promise<EmbargoView[]> {
  return new ExpertStore(sql, workspaceId).embargoes();
}

/** Everybody who can be asked, but one: whoever asks does not ask themself. */
export function expertFacts(sql: Sql, workspaceId: number, butId: string): Promise<ExpertFacts[]> {
  return sql.many<ExpertFacts>(
    `select g.id, g.name, e.signature, e.topics, e.languages, e.zone, e.hours, e.weekly_quota as "weeklyQuota",
            ${usedThisWeek} as "usedThisWeek", ${answered} as answered,
            (select count(*)::int from ask as a where a.workspace_id = e.workspace_id and a.expert_id = e.agent_id
              and a.state in ('asked', 'later', 'accepted', 'drafted', 'returned')) as waiting,
            (select (percentile_cont(0.5) within group (order by extract(epoch from a.submitted_at - a.asked_at) / 60))::int
               from ask as a where a.workspace_id = e.workspace_id and a.expert_id = e.agent_id
                and a.submitted_at is not null) as "usualMinutes"
       from expert as e join agent as g on g.workspace_id = e.workspace_id and g.id = e.agent_id
      where e.workspace_id = $1 and e.active and g.disabled_at is null and g.id <> $2`,
    [workspaceId, butId],
  );
}
