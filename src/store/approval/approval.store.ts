import type { ApprovalReason, Approvers } from '../../domain/approval/approval-rule.js';
import type { ApprovalState } from '../../domain/approval/approval-state.js';
import type { Colleague } from '../../domain/approval/who-approves.js';
import type { Lane } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';

export interface Approval {
  readonly messageId: string;
  readonly state: ApprovalState;
  readonly ruleName: string;
  readonly approvers: Approvers;
  readonly needed: number;
  readonly approverIds: readonly string[];
  readonly approvedBy: readonly string[];
  readonly submittedText: string;
  readonly heldSince: Date | null;
  readonly lateAt: Date | null;
  readonly missedAt: Date | null;
}

export interface NewApproval {
  readonly messageId: string;
  readonly ruleName: string;
  readonly because: readonly ApprovalReason[];
  readonly approvers: Approvers;
  readonly needed: number;
  readonly approverIds: readonly string[];
  readonly submittedAt: Date;
  readonly submittedText: string;
}

/** What may change; what is not named stays. */
export interface ApprovalChange {
  readonly state?: ApprovalState;
  readonly approverIds?: readonly string[];
  readonly approvedBy?: readonly string[];
  readonly submittedAt?: Date;
  readonly submittedText?: string;
  readonly heldSince?: Date | null;
  readonly lateAt?: Date | null;
  readonly missedAt?: Date | null;
  readonly advice?: string | null;
  readonly decidedBy?: string | null;
  readonly decidedAt?: Date | null;
}

const columns: Readonly<Record<keyof ApprovalChange, string>> = {
  state: 'state',
  approverIds: 'approver_ids',
  approvedBy: 'approved_by',
  submittedAt: 'submitted_at',
  submittedText: 'submitted_text',
  heldSince: 'held_since',
  lateAt: 'late_at',
  missedAt: 'missed_at',
  advice: 'advice',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
};

const fields = `ap.message_id as "messageId", ap.state, ap.rule_name as "ruleName", ap.approvers, ap.needed,
  ap.approver_ids as "approverIds", ap.approved_by as "approvedBy", ap.submitted_text as "submittedText",
  ap.held_since as "heldSince", ap.late_at as "lateAt", ap.missed_at as "missedAt"`;

export class ApprovalStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** Held until the transaction ends. Hold the thread, the ticket and the message first, in this order. */
  lock(messageId: string): Promise<Approval | null> {
    return this.sql.maybe<Approval>(
      `select ${fields} from approval as ap where ap.workspace_id = $1 and ap.message_id = $2 for no key update of ap`,
      [this.workspaceId, messageId],
    );
  }

  /** Of a ticket that the caller holds: the replies that wait, the oldest first. */
  pendingOf(ticketId: string): Promise<Approval[]> {
    return this.sql.many<Approval>(
      `select ${fields} from approval as ap
         join message as m on m.workspace_id = ap.workspace_id and m.id = ap.message_id
        where ap.workspace_id = $1 and m.ticket_id = $2 and ap.state = 'pending' and m.state = 'approval'
        order by ap.submitted_at, ap.message_id for no key update of ap`,
      [this.workspaceId, ticketId],
    );
  }

  async add(approval: NewApproval): Promise<void> {
    await this.sql.run(
      `insert into approval (workspace_id, message_id, rule_name, because, approvers, needed, approver_ids, submitted_at,
         submitted_text) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.workspaceId,
        approval.messageId,
        approval.ruleName,
        approval.because,
        JSON.stringify(approval.approvers),
        approval.needed,
        approval.approverIds,
        approval.submittedAt,
        approval.submittedText,
      ],
    );
  }

  async change(messageId: string, change: ApprovalChange): Promise<void> {
    const names = new Map(Object.entries(columns));
    const values: unknown[] = [];
    const sets = Object.entries<unknown>({ ...change }).flatMap(([key, value]) => {
      const column = names.get(key);
      if (column === undefined || value === undefined) return [];
      values.push(value);
      return [`${column} = $${String(values.length + 2)}`];
    });
    if (sets.length === 0) return;
    await this.sql.run(
      `update approval as ap set ${sets.join(', ')} where ap.workspace_id = $1 and ap.message_id = $2`,
      [this.workspaceId, messageId, ...values],
    );
  }

  /** The customer wrote: what waits in their ticket is to be looked at again, also what was held before. Answers the messages. */
  async hold(ticketId: string, now: Date): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `update approval as ap set held_since = coalesce(ap.held_since, $3) from message as m
        where ap.workspace_id = $1 and m.workspace_id = ap.workspace_id and m.id = ap.message_id and m.ticket_id = $2
          and ap.state = 'pending' and m.state = 'approval'
       returning ap.message_id as id`,
      [this.workspaceId, ticketId, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Everybody who is not disabled. */
  people(): Promise<Colleague[]> {
    return this.sql.many<Colleague>(
      `select g.id, g.role, array(select m.team_id from team_member as m
                where m.workspace_id = g.workspace_id and m.agent_id = g.id order by m.team_id) as "teamIds"
         from agent as g where g.workspace_id = $1 and g.disabled_at is null order by g.id`,
      [this.workspaceId],
    );
  }
}

/**
 * Replies that wait, after one by the order of their ids, or that one alone; with what may be due about each by the clock of
 * the database.
 */
export function waitingApprovals(
  sql: Sql,
  which: { readonly after: string | null; readonly only: string | null; readonly limit: number },
): Promise<ApprovalDue[]> {
  return sql.many(
    `select ap.workspace_id as "workspaceId", ap.message_id as "messageId", t.lane, t.owner_id as "ownerId", ap.approvers,
            ap.approved_by as "approvedBy", ap.approver_ids as "approverIds", m.agent_id as "authorId",
            ap.late_at is not null as "isLate", ap.missed_at is not null as "isMissed",
            ap.held_since is null and exists (select 1 from clock as c where c.workspace_id = t.workspace_id
              and c.ticket_id = t.id and c.kind = 'approval' and c.state = 'running' and c.origin_id is null
              and c.started_at >= ap.submitted_at and c.due_at <= clock_timestamp()) as "isDue",
            coalesce(m.scheduled_at <= clock_timestamp(), false) as "hasPassed"
       from approval as ap
       join message as m on m.workspace_id = ap.workspace_id and m.id = ap.message_id
       join ticket as t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
      where ap.state = 'pending' and m.state = 'approval' and t.state <> 'closed'
        and ($1::uuid is null or ap.message_id > $1) and ($2::uuid is null or ap.message_id = $2)
      order by ap.message_id limit $3`,
    [which.after, which.only, which.limit],
  );
}

export interface ApprovalDue {
  readonly workspaceId: number;
  readonly messageId: string;
  readonly lane: Lane;
  readonly ownerId: string | null;
  readonly approvers: Approvers;
  readonly approvedBy: readonly string[];
  readonly approverIds: readonly string[];
  readonly authorId: string | null;
  readonly isLate: boolean;
  readonly isMissed: boolean;
  /** The time to approve it has run out. */
  readonly isDue: boolean;
  /** The hour for which it was planned. */
  readonly hasPassed: boolean;
}
