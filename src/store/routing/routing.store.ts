import { readyBook, type ReadyBook, type RoutingBook } from '../../domain/routing/apply-rules.js';
import type { RoutingRule } from '../../domain/routing/rule.js';
import type { RoutingSettings } from '../../domain/routing/routing-settings.js';
import type { TeamFacts } from '../../domain/routing/team.js';
import type { Topic } from '../../domain/understanding/default-topics.js';
import type { Sql } from '../sql.js';
import { routingSettings } from './settings.view.js';
import type { RoutingCache } from './routing-cache.js';
import { topicsOf } from './topic.store.js';

export interface Revisions {
  readonly rules: number;
  readonly teams: number;
  readonly topics: number;
}
export type RoutingPart = keyof Revisions;

/** Which lists count now; all 0 for a workspace that has changed nothing yet. */
export async function routingRevisions(sql: Sql, workspaceId: number): Promise<Revisions> {
  const found = await sql.maybe<Revisions>(
    `select r.rules_revision as rules, r.teams_revision as teams, r.topics_revision as topics
       from routing_book as r where r.workspace_id = $1`,
    [workspaceId],
  );
  return found ?? { rules: 0, teams: 0, topics: 0 };
}

/** The newest list. */
export async function rulesOf(sql: Sql, workspaceId: number): Promise<RoutingRule[]> {
  const row = await sql.maybe<{ rules: RoutingRule[] }>(
    'select r.rules from routing_rule as r where r.workspace_id = $1 order by r.revision desc limit 1',
    [workspaceId],
  );
  return row?.rules ?? [];
}

export function teamsOf(sql: Sql, workspaceId: number): Promise<TeamFacts[]> {
  return sql.many<TeamFacts>(
    `select tm.id, tm.name, tm.lane, tm.mode, tm.neighbour_id as "neighbourId", tm.offer_seconds as "offerSeconds",
            array(select m.agent_id from team_member as m where m.workspace_id = tm.workspace_id and m.team_id = tm.id
              order by m.agent_id) as members
       from team as tm where tm.workspace_id = $1 order by tm.name, tm.id`,
    [workspaceId],
  );
}

/** Everything that decides where a ticket goes. */
export async function routingBook(sql: Sql, workspaceId: number): Promise<RoutingBook> {
  const rules = await rulesOf(sql, workspaceId);
  const teams = await teamsOf(sql, workspaceId);
  return { rules, teams, topics: await topicsOf(sql, workspaceId) };
}

export class RoutingStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
    private readonly cache: RoutingCache,
  ) {}

  /** As it is now, ready to be asked. */
  async ready(): Promise<ReadyBook> {
    const { rules, teams, topics } = await routingRevisions(this.sql, this.workspaceId);
    const version = [rules, teams, topics].join('.');
    const known = this.cache.known(this.workspaceId, version);
    if (known) return known;
    const book = readyBook(await routingBook(this.sql, this.workspaceId));
    this.cache.keep(this.workspaceId, version, book);
    return book;
  }

  /** Held against every other change of it. */
  async lock(): Promise<Revisions> {
    await this.sql.run('insert into routing_book (workspace_id) values ($1) on conflict (workspace_id) do nothing', [
      this.workspaceId,
    ]);
    await this.sql.one('select r.workspace_id from routing_book as r where r.workspace_id = $1 for update of r', [
      this.workspaceId,
    ]);
    return routingRevisions(this.sql, this.workspaceId);
  }

  async saveRules(rules: readonly RoutingRule[], by: { readonly agentId: string; readonly now: Date }): Promise<void> {
    const revision = await this.raise('rules');
    await this.sql.run(
      'insert into routing_rule (workspace_id, revision, rules, saved_by, saved_at) values ($1, $2, $3, $4, $5)',
      [this.workspaceId, revision, JSON.stringify(rules), by.agentId, by.now],
    );
  }

  settings(): Promise<RoutingSettings> {
    return routingSettings(this.sql, this.workspaceId);
  }

  async saveSettings(settings: RoutingSettings): Promise<void> {
    await this.sql.run(
      `insert into routing_book as r (workspace_id, settings) values ($1, $2)
       on conflict (workspace_id) do update set settings = excluded.settings`,
      [this.workspaceId, JSON.stringify(settings)],
    );
  }

  async saveTeams(teams: readonly TeamFacts[]): Promise<void> {
    await this.raise('teams');
    const { workspaceId } = this;
    await this.sql.run('delete from team_member as m where m.workspace_id = $1', [workspaceId]);
    await this.sql.run('delete from team as tm where tm.workspace_id = $1 and not (tm.id = any($2))', [
      workspaceId,
      teams.map(({ id }) => id),
    ]);
    await this.sql.run(
      `insert into team (workspace_id, id, name, lane, mode, neighbour_id, offer_seconds)
       select $1, r.id, r.name, r.lane, r.mode, r."neighbourId", r."offerSeconds"
         from jsonb_to_recordset($2) as r (id uuid, name text, lane text, mode text, "neighbourId" uuid, "offerSeconds" integer)
       on conflict (workspace_id, id) do update
         set name = excluded.name, lane = excluded.lane, mode = excluded.mode, neighbour_id = excluded.neighbour_id,
             offer_seconds = excluded.offer_seconds`,
      [workspaceId, JSON.stringify(teams)],
    );
    await this.sql.run(
      `insert into team_member (workspace_id, team_id, agent_id)
       select $1, r.team_id, g.id from jsonb_to_recordset($2) as r (team_id uuid, agent_id uuid)
         join agent as g on g.workspace_id = $1 and g.id = r.agent_id`,
      [workspaceId, JSON.stringify(teams.flatMap(membersOf))],
    );
  }

  /** The name of a team that has open tickets and is none of these. */
  async usedTeam(kept: readonly string[]): Promise<string | null> {
    const row = await this.sql.maybe<{ name: string }>(
      `select tm.name from team as tm where tm.workspace_id = $1 and not (tm.id = any($2))
          and exists (select 1 from ticket as t where t.workspace_id = tm.workspace_id and t.team_id = tm.id
            and t.state <> 'closed') order by tm.name limit 1`,
      [this.workspaceId, kept],
    );
    return row?.name ?? null;
  }

  async saveTopics(topics: readonly Topic[]): Promise<void> {
    await this.raise('topics');
    await this.sql.run('delete from topic as tp where tp.workspace_id = $1', [this.workspaceId]);
    for (const [position, { id, lane, name, words }] of topics.entries()) {
      await this.sql.run(
        `insert into topic (workspace_id, id, lane, name_en, name_fr, words, position)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [this.workspaceId, id, lane, name.en, name.fr, words, position],
      );
    }
  }

  private async raise(part: RoutingPart): Promise<number> {
    const column = `${part}_revision`;
    const row = await this.sql.one<{ revision: number }>(
      `update routing_book as r set ${column} = r.${column} + 1 where r.workspace_id = $1
       returning r.${column} as revision`,
      [this.workspaceId],
    );
    return row.revision;
  }
}

function membersOf({ id, members }: TeamFacts): { team_id: string; agent_id: string }[] {
  return members.map((agentId) => ({ team_id: id, agent_id: agentId }));
}
