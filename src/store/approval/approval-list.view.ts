import {
  mostApprovals,
  type Actor,
  type ApprovalList,
  type ApprovalListName,
  type ApprovalRulesView,
} from '../../contract/index.js';
import type { ApprovalRule } from '../../domain/approval/approval-rule.js';
import { snapshotCursor } from '../feed/feed.store.js';
import { messageViewsOf } from '../message/message.view.js';
import type { Sql } from '../sql.js';

/** `contract/approval-screen.ts` says the same of entries in the browser. $2 is the agent who looks. */
const lists: Readonly<Record<ApprovalListName, string>> = {
  'to-approve': `ap.state = 'pending' and $2 = any(ap.approver_ids)`,
  waiting: `ap.state = 'pending'`,
  mine: `m.agent_id = $2 and ap.state in ('pending', 'returned', 'rejected', 'not_picked')`,
  decided: `ap.decided_at is not null and ap.state not in ('pending', 'withdrawn')`,
};

/** One list with the cursor from which live events go on. */
export async function approvalList(
  sql: Sql,
  { workspaceId, id }: Actor & { readonly workspaceId: number },
  list: ApprovalListName,
): Promise<ApprovalList> {
  const cursor = await snapshotCursor(sql, workspaceId);
  const way = list === 'to-approve' || list === 'waiting' ? 'asc' : 'desc';
  const found = await sql.many<{ id: string; number: number }>(
    `select m.id, t.number::int as number from approval as ap
       join message as m on m.workspace_id = ap.workspace_id and m.id = ap.message_id
       join ticket as t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
      where ap.workspace_id = $1 and m.state <> 'discarded' and $2::uuid is not null and ${lists[list]}
      order by m.id ${way} limit $3`,
    [workspaceId, id, mostApprovals],
  );
  const messages = await messageViewsOf(
    sql,
    workspaceId,
    found.map((one) => one.id),
  );
  const entries = found.flatMap((one) => {
    const message = messages.find((view) => view.id === one.id);
    return message ? [{ ticketNumber: one.number, message }] : [];
  });
  return { entries, cursor };
}

interface SavedRules {
  readonly revision: number;
  readonly rules: ApprovalRule[];
  readonly savedAt: Date;
  readonly agentId: string;
  readonly agentName: string;
}

export async function approvalRulesView(sql: Sql, workspaceId: number): Promise<ApprovalRulesView> {
  const saved = await sql.maybe<SavedRules>(
    `select r.revision, r.rules, r.saved_at as "savedAt", g.id as "agentId", g.name as "agentName"
       from approval_rule as r join agent as g on g.workspace_id = r.workspace_id and g.id = r.saved_by
      where r.workspace_id = $1 order by r.revision desc limit 1`,
    [workspaceId],
  );
  if (!saved) return { revision: 0, rules: [], savedBy: null, savedAt: null };
  const { revision, rules, savedAt, agentId, agentName } = saved;
  return { revision, rules, savedBy: { id: agentId, name: agentName }, savedAt: savedAt.toISOString() };
}
