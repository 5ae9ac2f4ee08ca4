import type { ApprovalTrialView } from '../../contract/index.js';
import type { ApprovalFacts, ApprovalRule } from '../../domain/approval/approval-rule.js';
import type { Sql } from '../sql.js';

export interface SavedApprovalRules {
  readonly revision: number;
  readonly rules: readonly ApprovalRule[];
}

/** The newest list. */
export async function approvalRulesOf(sql: Sql, workspaceId: number): Promise<SavedApprovalRules> {
  const row = await sql.maybe<SavedApprovalRules>(
    `select r.revision, r.rules from approval_rule as r where r.workspace_id = $1 order by r.revision desc limit 1`,
    [workspaceId],
  );
  return row ?? { revision: 0, rules: [] };
}

/** Refused by the database when somebody else saved the same revision; the next look then finds theirs. */
export async function saveApprovalRules(
  sql: Sql,
  workspaceId: number,
  by: SavedApprovalRules & { readonly agentId: string; readonly now: Date },
): Promise<void> {
  await sql.run(
    'insert into approval_rule (workspace_id, revision, rules, saved_by, saved_at) values ($1, $2, $3, $4, $5)',
    [workspaceId, by.revision, JSON.stringify(by.rules), by.agentId, by.now],
  );
}

type TicketFacts = Omit<ApprovalFacts, 'network' | 'space'>;

const ticketFacts = `g.role, g.in_training as "inTraining", t.topic, t.lane, 'crisis' = any(t.tags) as crisis, p.vip`;

/** What of a ticket and of somebody who answers it the rules look at. */
export function approvalFacts(
  sql: Sql,
  workspaceId: number,
  ask: { readonly ticketId: string; readonly agentId: string },
): Promise<TicketFacts> {
  return sql.one<TicketFacts>(
    `select ${ticketFacts} from ticket as t
       join person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
       join agent as g on g.workspace_id = t.workspace_id and g.id = $3
      where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, ask.ticketId, ask.agentId],
  );
}

export type PastReply = ApprovalFacts & Omit<ApprovalTrialView['examples'][number], 'rule'>;

/** Replies that people wrote since then, newest first. */
export function repliesSince(
  sql: Sql,
  workspaceId: number,
  ask: { readonly since: Date; readonly limit: number },
): Promise<PastReply[]> {
  return sql.many<PastReply>(
    `select ${ticketFacts}, a.network, th.space, t.id as "ticketId", t.number::int as "ticketNumber", g.name as author,
            left(m.text, 200) as preview
       from message as m
       join ticket as t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
       join person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
       join agent as g on g.workspace_id = m.workspace_id and g.id = m.agent_id
       join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
       join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
      where m.workspace_id = $1 and m.direction = 'out' and m.state = 'sent' and m.expert_id is null and m.at >= $2
      order by m.at desc, m.id desc limit $3`,
    [workspaceId, ask.since, ask.limit],
  );
}
