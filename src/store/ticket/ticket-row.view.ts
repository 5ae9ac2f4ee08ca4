import type { AgentRef, ClockView, PersonView, TicketLink, TicketRow, WhyView } from '../../contract/index.js';
import { clockViews } from '../sla/clock.view.js';
import type { Sql } from '../sql.js';
import { ticketLinks } from './regrouping.view.js';

/** The columns of a ticket row; `t` is the ticket. Lists, pages and live events all use this one text. */
export const ticketRowFields = `
  t.id, t.number::int as number, t.version, t.state, t.outcome, t.lane, t.topic, t.language, t.priority, t.urgency,
  t.sentiment, t.space, t.message_kind as "messageKind", t.preview, t.unanswered, t.due_at as "dueAt",
  t.due_kind as "dueKind", t.window_at as "windowAt", t.waiting_since as "waitingSince", t.urgent_at as "urgentAt",
  t.last_activity_at as "lastActivityAt", t.created_at as "createdAt", t.closed_at as "closedAt",
  t.troubled_sends as "troubledSends", t.snoozed_until as "snoozedUntil", t.waiting_for as "waitingFor",
  t.approval, t.approver_ids as "approverIds",
  p.id as "personId", p.name as "personName", p.vip, i.handle, i.avatar_url as "avatarUrl",
  i.profile_url as "profileUrl", i.followers,
  a.id as "accountId", a.network, a.name as "accountName", o.id as "ownerId", o.name as "ownerName",
  coalesce((select jsonb_agg(distinct jsonb_build_object('id', w.id, 'name', w.name))
    from draft as d join agent as w on w.workspace_id = d.workspace_id and w.id = d.author_id
   where d.workspace_id = t.workspace_id and d.ticket_id = t.id and d.ended_as is null), '[]') as drafters`;

export const ticketRowTables = `ticket as t
  join person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
  join identity as i on i.workspace_id = t.workspace_id and i.id = t.identity_id
  join account as a on a.workspace_id = t.workspace_id and a.id = t.account_id
  left join agent as o on o.workspace_id = t.workspace_id and o.id = t.owner_id`;

type Flat = Omit<
  TicketRow,
  | 'person'
  | 'account'
  | 'owner'
  | 'dueAt'
  | 'windowAt'
  | 'waitingSince'
  | 'urgentAt'
  | 'lastActivityAt'
  | 'createdAt'
  | 'closedAt'
  | 'snoozedUntil'
> &
  Omit<PersonView, 'id' | 'name'> & {
    personId: string;
    personName: string;
    accountId: string;
    network: string;
    accountName: string;
    ownerId: string | null;
    ownerName: string | null;
    dueAt: Date | null;
    windowAt: Date | null;
    waitingSince: Date | null;
    urgentAt: Date;
    lastActivityAt: Date;
    createdAt: Date;
    closedAt: Date | null;
    snoozedUntil: Date | null;
  };
export type TicketRowRecord = Flat;

export function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function toTicketRow(row: Flat): TicketRow {
  const {
    personId,
    personName,
    vip,
    handle,
    avatarUrl,
    profileUrl,
    followers,
    accountId,
    network,
    accountName,
    ownerId,
    ownerName,
    ...rest
  } = row;
  return {
    ...rest,
    person: { id: personId, name: personName, vip, handle, avatarUrl, profileUrl, followers },
    account: { id: accountId, network, name: accountName },
    owner: ownerId !== null && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    dueAt: instant(row.dueAt),
    windowAt: instant(row.windowAt),
    waitingSince: instant(row.waitingSince),
    urgentAt: row.urgentAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    closedAt: instant(row.closedAt),
    snoozedUntil: instant(row.snoozedUntil),
  };
}

export interface TicketDetail {
  readonly row: TicketRow;
  readonly why: WhyView;
  readonly clocks: ClockView[];
  readonly links: TicketLink[];
}

interface LaneRecord {
  laneRule: string;
  route: WhyView['lane']['decidedBy'];
  teamName: string | null;
  tags: string[];
  skills: WhyView['lane']['skills'];
  held: boolean;
  trayAt: Date | null;
}

interface WhyRecord extends LaneRecord {
  topic: string | null;
  topicConfidence: number;
  topicWords: string[];
  how: 'taken' | 'assigned' | 'routed' | 'accepted' | null;
  startedAt: Date | null;
  reason: { because?: string; used?: number; limit?: number; others?: { name: string; because: string }[] } | null;
  assigneeId: string | null;
  assigneeName: string | null;
}

/** A ticket as its page and its live event show it; null when there is none. */
export async function ticketDetail(sql: Sql, workspaceId: number, ticketId: string): Promise<TicketDetail | null> {
  const [detail] = await ticketDetails(sql, workspaceId, [ticketId]);
  return detail ?? null;
}

export async function ticketDetails(
  sql: Sql,
  workspaceId: number,
  ticketIds: readonly string[],
): Promise<TicketDetail[]> {
  const records = await sql.many<Flat & WhyRecord>(
    `select ${ticketRowFields}, t.topic_confidence as "topicConfidence", t.topic_words as "topicWords",
            t.lane_rule as "laneRule", t.route, t.tags, t.skills, t.held, t.tray_at as "trayAt", tm.name as "teamName", s.how, s.started_at as "startedAt", s.reason,
            g.id as "assigneeId", g.name as "assigneeName"
       from ${ticketRowTables}
       left join team as tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
       left join assignment as s on s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.ended_at is null
       left join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
      where t.workspace_id = $1 and t.id = any($2)`,
    [workspaceId, ticketIds],
  );
  const clocks = await clockViews(sql, workspaceId, ticketIds);
  const links = await ticketLinks(sql, workspaceId, ticketIds);
  return records.map((record) => {
    const { topicConfidence, topicWords, how, startedAt, reason, assigneeId, assigneeName, ...laid } = record;
    const { flat, lane } = laneView(laid);
    const agent = assigneeId !== null && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null;
    return {
      row: toTicketRow(flat),
      why: {
        topic: { id: flat.topic, confidence: topicConfidence, words: topicWords },
        lane,
        assignment: agent && how && startedAt ? assignmentView({ agent, how, startedAt, reason }) : null,
      },
      clocks: clocks.get(flat.id) ?? [],
      links: links.get(flat.id) ?? [],
    };
  });
}

/** Where it was sent and why; the rest is the row. */
function laneView(laid: Flat & LaneRecord): { flat: Flat; lane: WhyView['lane'] } {
  const { laneRule, route, teamName, trayAt, tags, skills, held, ...flat } = laid;
  const decidedBy = route.map(({ name, points, words }) => ({ name, points, words }));
  const rest = { tags, skills, held, trayAt: instant(trayAt) };
  return { flat, lane: { lane: flat.lane, rule: laneRule, decidedBy, team: teamName, ...rest } };
}

function assignmentView(from: {
  agent: AgentRef;
  how: 'taken' | 'assigned' | 'routed' | 'accepted';
  startedAt: Date;
  reason: WhyRecord['reason'];
}): WhyView['assignment'] {
  const { because, used, limit, others } = from.reason ?? {};
  return {
    agent: from.agent,
    at: from.startedAt.toISOString(),
    how: from.how,
    reason: because ?? null,
    slots: used !== undefined && limit !== undefined ? { used, limit } : null,
    others: others ?? [],
  };
}
