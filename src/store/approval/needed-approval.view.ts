import type { NeededApprovalView, Actor } from '../../contract/index.js';
import type { ApprovalFacts } from '../../domain/approval/approval-rule.js';
import { neededApproval, type NeededApproval } from '../../domain/approval/needed-approval.js';
import { whoApproves } from '../../domain/approval/who-approves.js';
import { may, type TicketScope } from '../../domain/team/policy.js';
import type { Sql } from '../sql.js';
import { AbsenceStore } from '../team/absence.store.js';
import { approvalFacts, approvalRulesOf } from './approval-rule.store.js';
import { ApprovalStore } from './approval.store.js';

export type ApprovalPlace = Pick<ApprovalFacts, 'network' | 'space'>;

interface Ask {
  readonly ticketId: string;
  readonly agentId: string;
  /** Where it would stand, the part that goes first at the head. */
  readonly places: readonly ApprovalPlace[];
}

/** What a reply of somebody needs; of two parts that go together, what the first of them needs. */
export async function neededFor(sql: Sql, workspaceId: number, ask: Ask): Promise<NeededApproval | null> {
  const { rules } = await approvalRulesOf(sql, workspaceId);
  if (rules.length === 0) return null;
  const facts = await approvalFacts(sql, workspaceId, ask);
  for (const place of ask.places) {
    const needed = neededApproval(rules, { ...facts, ...place });
    if (needed) return needed;
  }
  return null;
}

/** Who may approve it now: nobody who may not see the ticket. */
export async function approversNow(
  sql: Sql,
  workspaceId: number,
  ask: Parameters<typeof whoApproves>[0] & { readonly ticket: TicketScope },
): Promise<string[]> {
  const all = await new ApprovalStore(sql, workspaceId).people();
  const people = all.filter((one) => may(one, 'ticket.see', ask.ticket).ok);
  return whoApproves(ask, { people, away: await new AbsenceStore(sql, workspaceId).now() });
}

/** As a writer is told of it beforehand; undefined where there is no such ticket in their sight. */
export async function neededApprovalView(
  sql: Sql,
  { workspaceId, ...actor }: Actor & { readonly workspaceId: number },
  ask: Pick<Ask, 'ticketId' | 'places'>,
): Promise<NeededApprovalView | null | undefined> {
  const ticket = await sql.maybe<TicketScope>(
    'select t.lane, t.owner_id as "ownerId" from ticket as t where t.workspace_id = $1 and t.id = $2',
    [workspaceId, ask.ticketId],
  );
  if (!ticket || !may(actor, 'ticket.see', ticket).ok) return undefined;
  const needed = await neededFor(sql, workspaceId, { ...ask, agentId: actor.id });
  if (!needed) return null;
  const { rule, because } = needed;
  const question = { approvers: rule.approvers, authorId: actor.id, approvedBy: [], late: false, ticket };
  const ids = await approversNow(sql, workspaceId, question);
  const approvers = await sql.many<NeededApprovalView['approvers'][number]>(
    'select g.id, g.name from agent as g where g.workspace_id = $1 and g.id = any($2) order by g.name, g.id',
    [workspaceId, ids],
  );
  return { rule: rule.name, because: [...because], needed: rule.needed, approvers };
}
