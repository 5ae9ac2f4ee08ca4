import type { ModerationView } from '../../contract/index.js';

/** As the database makes it: names without their agents, instants in its own writing. */
export interface ModerationRecord extends Omit<ModerationView, 'by' | 'decidedBy'> {
  readonly byId: string;
  readonly byName: string;
  readonly deciderId: string | null;
  readonly deciderName: string | null;
}

/** Everything that was done to a message, newest first, as one column. */
export function moderationsOf(message: string): string {
  return `(select jsonb_agg(jsonb_build_object('id', mo.id, 'act', mo.act, 'state', mo.state, 'reason', mo.reason,
      'byId', mb.id, 'byName', mb.name, 'at', mo.at, 'deciderId', md.id, 'deciderName', md.name,
      'decidedAt', mo.decided_at, 'doneAt', mo.done_at, 'failure', mo.failure) order by mo.at desc, mo.id desc)
    from moderation as mo
    join agent as mb on mb.workspace_id = mo.workspace_id and mb.id = mo.agent_id
    left join agent as md on md.workspace_id = mo.workspace_id and md.id = mo.decided_by
    where mo.workspace_id = ${message}.workspace_id and mo.message_id = ${message}.id)`;
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

export function moderationView(record: ModerationRecord): ModerationView {
  const { byId, byName, deciderId, deciderName, ...rest } = record;
  return {
    ...rest,
    by: { id: byId, name: byName },
    at: new Date(record.at).toISOString(),
    decidedBy: deciderId !== null && deciderName !== null ? { id: deciderId, name: deciderName } : null,
    decidedAt: instant(record.decidedAt),
    doneAt: instant(record.doneAt),
  };
}
