import type { AttachmentView, MessageView } from '../../contract/index.js';
import { approvalOf, approvalView, type ApprovalRecord } from '../approval/approval.view.js';
import type { Sql } from '../sql.js';
import { instant } from '../ticket/ticket-row.view.js';
import { moderationsOf, moderationView, type ModerationRecord } from './moderation.view.js';
import type { StoredAttachment } from './message.store.js';

type Record_ = Omit<
  MessageView,
  | 'author'
  | 'attachments'
  | 'reactions'
  | 'at'
  | 'receivedAt'
  | 'editedAt'
  | 'deletedAt'
  | 'deliveredAt'
  | 'readAt'
  | 'sendsAt'
  | 'moderations'
  | 'approval'
> & {
  attachments: StoredAttachment[];
  reactions: Record<string, { emoji: string | null; at: string }>;
  at: Date;
  receivedAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  sendsAt: Date | null;
  moderations: ModerationRecord[] | null;
  approval: ApprovalRecord | null;
  identityName: string | null;
  personId: string | null;
  avatarUrl: string | null;
  agentId: string | null;
  agentName: string | null;
  via: string | null;
};

const select = `select m.id, m.ticket_id as "ticketId", m.thread_id as "threadId", m.version, m.direction, th.space,
    m.kind as "messageKind", m.text, m.attachments, m.at, m.received_at as "receivedAt", m.edited_at as "editedAt",
    m.deleted_at as "deletedAt", m.hidden, m.reactions, r.message_id as "replyToId", m.permalink, m.rating, m.expert_id as "expertId", m.state,
    ${moderationsOf('m')} as moderations, ${approvalOf('m')} as approval, m.delivered_at as "deliveredAt", m.read_at as "readAt", m.failure, case when m.state = 'queued' then m.scheduled_at end as "sendsAt", m.client_id as "clientId", m.via,
    i.name as "identityName", i.person_id as "personId", i.avatar_url as "avatarUrl",
    g.id as "agentId", g.name as "agentName"
  from message as m
  join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
  left join identity as i on i.workspace_id = m.workspace_id and i.id = m.identity_id
  left join agent as g on g.workspace_id = m.workspace_id and g.id = m.agent_id
  left join message_key as r on r.workspace_id = m.workspace_id and r.account_id = th.account_id
    and r.external_id = m.reply_to`;

export async function messageView(sql: Sql, workspaceId: number, id: string): Promise<MessageView> {
  const record = await sql.one<Record_>(`${select} where m.workspace_id = $1 and m.id = $2`, [workspaceId, id]);
  return toView(record);
}

/** Those of these that there are, in no order. */
export async function messageViewsOf(sql: Sql, workspaceId: number, ids: readonly string[]): Promise<MessageView[]> {
  const records = await sql.many<Record_>(`${select} where m.workspace_id = $1 and m.id = any($2)`, [workspaceId, ids]);
  return records.map(toView);
}

/** The newest messages of a ticket before `before` (all when null), oldest first; discarded ones are gone for good. */
export async function messageViews(
  sql: Sql,
  workspaceId: number,
  ask: { ticketId: string; before: string | null; limit: number },
): Promise<{ messages: MessageView[]; older: number }> {
  const records = await sql.many<Record_ & { left: number }>(
    `select * from (${select.replace('select m.id', 'select count(*) over ()::int as left, m.id')}
      where m.workspace_id = $1 and m.ticket_id = $2 and m.state <> 'discarded'
        and ($3::uuid is null or (m.at, m.id) < (select b.at, b.id from message as b where b.workspace_id = $1 and b.id = $3))
      order by m.at desc, m.id desc limit $4) as page order by page.at, page.id`,
    [workspaceId, ask.ticketId, ask.before, ask.limit],
  );
  const total = records[0]?.left ?? 0;
  return { messages: records.map(toView), older: total - records.length };
}

function toView(record: Record_ & { left?: number }): MessageView {
  const { identityName, personId, avatarUrl, agentId, agentName, via, left: _left, ...rest } = record;
  const gone = record.deletedAt !== null;
  return {
    ...rest,
    author: authorOf(record),
    // What its author took back is kept for the record, not shown.
    text: gone ? '' : record.text,
    attachments: gone ? [] : record.attachments.map(attachmentView),
    reactions: reactionViews(record.reactions),
    moderations: (record.moderations ?? []).map(moderationView),
    approval: record.approval && approvalView(record.approval),
    at: record.at.toISOString(),
    receivedAt: record.receivedAt.toISOString(),
    editedAt: instant(record.editedAt),
    deletedAt: instant(record.deletedAt),
    deliveredAt: instant(record.deliveredAt),
    readAt: instant(record.readAt),
    sendsAt: instant(record.sendsAt),
  };
}

function authorOf(record: Record_): MessageView['author'] {
  if (record.direction === 'in') {
    return { kind: 'person', id: record.personId, name: record.identityName ?? '', avatarUrl: record.avatarUrl };
  }
  if (record.agentId !== null) {
    return { kind: 'agent', id: record.agentId, name: record.agentName ?? '', avatarUrl: null };
  }
  return { kind: 'outside', id: null, name: record.via ?? '', avatarUrl: null };
}

function attachmentView(one: StoredAttachment): AttachmentView {
  return {
    type: one.type,
    name: one.name ?? null,
    mime: one.mime ?? null,
    title: one.title ?? null,
    fileUrl: one.fileId === undefined ? null : `/api/files/${one.fileId}`,
    sourceUrl: one.url ?? null,
    latitude: one.latitude ?? null,
    longitude: one.longitude ?? null,
  };
}

/** The key of our own reaction in the stored map. */
export const ourReaction = 'us';

function reactionViews(stored: Record_['reactions']): MessageView['reactions'] {
  const counts = new Map<string, { count: number; mine: boolean }>();
  for (const [by, { emoji }] of Object.entries(stored)) {
    if (emoji === null) continue;
    const known = counts.get(emoji) ?? { count: 0, mine: false };
    counts.set(emoji, { count: known.count + 1, mine: known.mine || by === ourReaction });
  }
  return [...counts]
    .map(([emoji, { count, mine }]) => ({ emoji, count, mine }))
    .sort((a, b) => (a.emoji < b.emoji ? -1 : 1));
}
