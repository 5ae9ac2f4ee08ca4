import type { Origin } from '../../domain/team/reach.js';
import type { Sql } from '../sql.js';

export interface Picked extends Origin {
  readonly id: string;
  readonly urgentAt: Date;
  /** They have had a ticket of this person before. */
  readonly knows: boolean;
}

/** How somebody chooses among the tickets that they could have. */
export class PickStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** What somebody reaches for. */
  target(ticketId: string, agentId: string): Promise<Picked> {
    return this.sql.one<Picked>(
      `select t.id, t.urgent_at as "urgentAt", a.network, a.id as "accountId", b.name as brand,
              exists (select 1 from assignment as s join ticket as o on o.workspace_id = s.workspace_id and o.id = s.ticket_id
                where s.workspace_id = t.workspace_id and s.agent_id = $3 and o.person_id = t.person_id) as knows
         from ticket as t
         join account as a on a.workspace_id = t.workspace_id and a.id = t.account_id
         left join brand as b on b.workspace_id = a.workspace_id and b.id = a.brand_id
        where t.workspace_id = $1 and t.id = $2`,
      [this.workspaceId, ticketId, agentId],
    );
  }

  /** How often they passed over a ticket that pressed more, in the last day. */
  async skips(agentId: string): Promise<number> {
    const { count } = await this.sql.one<{ count: number }>(
      `select count(*)::int as count from assignment as s where s.workspace_id = $1 and s.agent_id = $2
          and s.passed_over > 0 and s.started_at > now() - interval '1 day'`,
      [this.workspaceId, agentId],
    );
    return count;
  }

  /** What they pass over by having this ticket now. */
  async note(ticketId: string, passedOver: number): Promise<void> {
    await this.sql.run(
      `update assignment as s set passed_over = $3
        where s.workspace_id = $1 and s.ticket_id = $2 and s.ended_at is null`,
      [this.workspaceId, ticketId, passedOver],
    );
  }
}
