import type {
  RoutingRule,
  RoutingRulesView,
  RulesRevisionView,
  TeamsView,
  TopicBookView,
} from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { routingRevisions, teamsOf } from './routing.store.js';
import { topicsOf } from './topic.store.js';

/** As many as anybody looks through. */
const mostRevisions = 100;

interface SavedRules {
  readonly rules: RoutingRulesView['rules'];
  readonly savedAt: Date;
  readonly agentId: string;
  readonly agentName: string;
}

export async function routingRulesView(sql: Sql, workspaceId: number): Promise<RoutingRulesView> {
  const [newest, previous] = await sql.many<SavedRules>(
    `select r.rules, r.saved_at as "savedAt", g.id as "agentId", g.name as "agentName"
       from routing_rule as r join agent as g on g.workspace_id = r.workspace_id and g.id = r.saved_by
      where r.workspace_id = $1 order by r.revision desc limit 2`,
    [workspaceId],
  );
  const { rules: revision } = await routingRevisions(sql, workspaceId);
  return {
    revision,
    rules: newest?.rules ?? [],
    savedBy: newest ? { id: newest.agentId, name: newest.agentName } : null,
    savedAt: newest?.savedAt.toISOString() ?? null,
    // Before the first list there was none, which is a list too.
    previous: previous?.rules ?? (newest ? [] : null),
  };
}

/** The lists that were saved, newest first. */
export async function rulesRevisions(sql: Sql, workspaceId: number): Promise<RulesRevisionView[]> {
  const saved = await sql.many<Omit<RulesRevisionView, 'savedAt'> & { savedAt: Date }>(
    `select r.revision, r.saved_at as "savedAt", jsonb_build_object('id', g.id, 'name', g.name) as "savedBy",
            jsonb_array_length(r.rules) as rules,
            (select count(*)::int from jsonb_array_elements(r.rules) as e where (e ->> 'enabled')::boolean) as enabled
       from routing_rule as r join agent as g on g.workspace_id = r.workspace_id and g.id = r.saved_by
      where r.workspace_id = $1 order by r.revision desc limit $2`,
    [workspaceId, mostRevisions],
  );
  return saved.map((one) => ({ ...one, savedAt: one.savedAt.toISOString() }));
}

/** A list as it was saved under this revision; null when there was none. */
export async function rulesAt(sql: Sql, workspaceId: number, revision: number): Promise<RoutingRule[] | null> {
  const row = await sql.maybe<{ rules: RoutingRule[] }>(
    'select r.rules from routing_rule as r where r.workspace_id = $1 and r.revision = $2',
    [workspaceId, revision],
  );
  return row?.rules ?? null;
}

export async function teamsView(sql: Sql, workspaceId: number): Promise<TeamsView> {
  const { teams: revision } = await routingRevisions(sql, workspaceId);
  return { revision, teams: await teamsOf(sql, workspaceId) };
}

export async function topicBookView(sql: Sql, workspaceId: number): Promise<TopicBookView> {
  const { topics: revision } = await routingRevisions(sql, workspaceId);
  return { revision, topics: await topicsOf(sql, workspaceId) };
}
