import type { AgentRef, ApprovalView } from '../../contract/index.js';

/** As the database makes it: instants in its own writing. */
export type ApprovalRecord = ApprovalView;

const people = (ids: string): string => `(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name)
    order by g.name, g.id), '[]'::jsonb) from agent as g where g.workspace_id = ap.workspace_id and g.id = any(${ids}))`;

/** A message's approval as one column; null for what needed none. */
export function approvalOf(m: string): string {
  return `(select jsonb_build_object('state', ap.state, 'rule', ap.rule_name, 'because', ap.because, 'needed', ap.needed,
      'approvedBy', ${people('ap.approved_by')}, 'approvers', ${people('ap.approver_ids')},
      'submittedAt', ap.submitted_at, 'submittedText', ap.submitted_text, 'heldSince', ap.held_since,
      'lateAt', ap.late_at, 'missed', ap.missed_at is not null, 'advice', ap.advice,
      'plannedAt', case when ${m}.state in ('approval', 'draft') then ${m}.scheduled_at end,
      'line', (select li.text from message as li where li.workspace_id = ap.workspace_id
        and li.after_message_id = ap.message_id and li.state <> 'discarded' limit 1),
      'decidedBy', (select jsonb_build_object('id', de.id, 'name', de.name) from agent as de
        where de.workspace_id = ap.workspace_id and de.id = ap.decided_by), 'decidedAt', ap.decided_at)
    from approval as ap where ap.workspace_id = ${m}.workspace_id and ap.message_id = ${m}.id)`;
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());
const byId = (a: AgentRef, b: AgentRef): number => (a.id < b.id ? -1 : 1);

export function approvalView(record: ApprovalRecord): ApprovalView {
  return {
    ...record,
    approvedBy: record.approvedBy.toSorted(byId),
    submittedAt: new Date(record.submittedAt).toISOString(),
    heldSince: instant(record.heldSince),
    lateAt: instant(record.lateAt),
    plannedAt: instant(record.plannedAt),
    decidedAt: instant(record.decidedAt),
  };
}
