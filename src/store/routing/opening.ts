import type { Standing } from '../../domain/routing/route-again.js';
import type { RoutingFacts } from '../../domain/routing/rule.js';
import type { Understanding } from '../../domain/understanding/understand.js';
import type { Sql } from '../sql.js';
import { arrivalFields, arrivalTables } from './routing-facts.js';

/** A ticket as the rules look at it again. */
export interface Opening {
  /** Its first message, and what surrounds it now. */
  readonly facts: Omit<RoutingFacts, 'understood'>;
  /** What is known of it, by us or by whoever corrected us. */
  readonly known: Pick<Understanding, 'topic' | 'confidence' | 'urgency' | 'sentiment'>;
  readonly standing: Standing;
}

type Flat = Opening['facts'] & Opening['known'] & Standing;

/** Null for a ticket that no customer's message opened. */
export async function openingOf(sql: Sql, workspaceId: number, ticketId: string): Promise<Opening | null> {
  const row = await sql.maybe<Flat>(
    `select ${arrivalFields}, t.topic, t.topic_confidence as confidence, t.urgency, t.sentiment, t.lane,
            t.lane_rule as "laneRule", t.team_id as "teamId", t.priority, t.priority_by is not null as "priorityByHand",
            t.skills, t.held, t.state = 'new' and exists (select 1 from assignment as s where s.workspace_id = t.workspace_id
              and s.ticket_id = t.id and s.ended_at is null and s.how = 'routed') as unseen
       from ${arrivalTables} where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, ticketId],
  );
  if (!row) return null;
  const { topic, confidence, urgency, sentiment, ...rest } = row;
  const { lane, laneRule, teamId, priority, priorityByHand, skills, held, unseen, ...facts } = rest;
  return {
    facts,
    known: { topic, confidence, urgency, sentiment },
    standing: { lane, laneRule, teamId, priority, priorityByHand, skills, held, unseen },
  };
}
