import type { Autonomy, ExpertProfile } from '../../domain/expert/expert.js';
import type { Embargo } from '../../domain/expert/find-embargo.js';
import type { Sql } from '../sql.js';

export interface Expert extends ExpertProfile {
  readonly agentId: string;
  readonly name: string;
  readonly autonomy: Autonomy;
  readonly consentAt: Date | null;
}

/** Who can be asked, and what must not be said. */
export class ExpertStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Null for somebody who is no expert, or who has left. */
  find(agentId: string): Promise<Expert | null> {
    return this.sql.maybe<Expert>(
      `select e.agent_id as "agentId", g.name, e.topics, e.languages, e.zone, e.hours, e.weekly_quota as "weeklyQuota",
              e.autonomy, e.signature, e.active, e.consent_at as "consentAt"
         from expert as e join agent as g on g.workspace_id = e.workspace_id and g.id = e.agent_id
        where e.workspace_id = $1 and e.agent_id = $2 and g.disabled_at is null`,
      [this.workspaceId, agentId],
    );
  }

  async save(agentId: string, profile: ExpertProfile): Promise<void> {
    await this.sql.run(
      `insert into expert (workspace_id, agent_id, topics, languages, zone, hours, weekly_quota, autonomy, signature, active)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workspace_id, agent_id) do update set topics = excluded.topics, languages = excluded.languages,
         zone = excluded.zone, hours = excluded.hours, weekly_quota = excluded.weekly_quota,
         autonomy = excluded.autonomy, signature = excluded.signature, active = excluded.active`,
      [
        this.workspaceId,
        agentId,
        JSON.stringify(profile.topics),
        profile.languages,
        profile.zone,
        JSON.stringify(profile.hours),
        profile.weeklyQuota,
        profile.autonomy,
        profile.signature,
        profile.active,
      ],
    );
  }

  /** Given once it stays as old as it is; taken back it is gone. */
  async consent(agentId: string, given: boolean): Promise<void> {
    await this.sql.run(
      `update expert as e set consent_at = case when $3 then coalesce(e.consent_at, now()) end
        where e.workspace_id = $1 and e.agent_id = $2`,
      [this.workspaceId, agentId, given],
    );
  }

  embargoes(): Promise<{ -readonly [Field in keyof Embargo]: Embargo[Field] }[]> {
    return this.sql.many(
      'select e.id, e.topic, e.word, e.reason from embargo as e where e.workspace_id = $1 order by e.word, e.id',
      [this.workspaceId],
    );
  }

  /** The whole list at once. */
  async saveEmbargoes(all: readonly Embargo[]): Promise<void> {
    await this.sql.run('delete from embargo as e where e.workspace_id = $1', [this.workspaceId]);
    await this.sql.run(
      `insert into embargo (workspace_id, id, topic, word, reason)
       select $1, r.id, r.topic, r.word, r.reason
         from jsonb_to_recordset($2) as r (id uuid, topic text, word text, reason text)`,
      [this.workspaceId, JSON.stringify(all)],
    );
  }
}
