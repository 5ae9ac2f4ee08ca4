import {
  orderOf,
  riskMinutes,
  windowHours,
  type ListAsk,
  type QueueCounts,
  type TicketPage,
  type ViewName,
} from '../../contract/index.js';
import { seesTicketSql } from '../team/sight.js';
import { snapshotCursor } from '../feed/feed.store.js';
import type { Sql } from '../sql.js';
import { ticketRowFields, ticketRowTables, toTicketRow, type TicketRowRecord } from './ticket-row.view.js';
import type { Actor } from '../../contract/index.js';

/** `contract/ticket-list.ts` says the same of rows in the browser; a test holds the two together. $2 is the agent. */
const views: Readonly<Record<ViewName, string>> = {
  todo: `t.state in ('new', 'open') and t.owner_id = $2`,
  waiting: `t.state in ('waiting_customer', 'waiting_internal', 'snoozed') and t.owner_id = $2`,
  drafts: `exists (select 1 from draft as d where d.workspace_id = t.workspace_id and d.ticket_id = t.id and d.author_id = $2
    and d.ended_as is null)`,
  'to-approve': '$2 = any(t.approver_ids)',
  unassigned: `t.state in ('new', 'open') and t.owner_id is null`,
  'at-risk': `t.state in ('new', 'open') and t.due_at > $3 and t.due_at <= $3 + interval '${String(riskMinutes)} minutes'`,
  late: `t.state in ('new', 'open') and t.due_at <= $3`,
  window: `t.state in ('new', 'open') and t.window_at > $3 and t.window_at <= $3 + interval '${String(windowHours)} hour'`,
  failed: 't.troubled_sends > 0',
  care: `t.state <> 'closed' and t.lane = 'care'`,
  community: `t.state <> 'closed' and t.lane = 'community'`,
  expert: `t.state <> 'closed' and t.lane = 'expert'`,
  all: `t.state <> 'closed'`,
  closed: `t.state = 'closed'`,
};

const orders: Readonly<Record<ReturnType<typeof orderOf>, { key: string; descending: boolean }>> = {
  urgency: { key: 't.urgent_at', descending: false },
  oldest: { key: 'coalesce(t.waiting_since, t.last_activity_at)', descending: false },
  newest: { key: 't.last_activity_at', descending: true },
  'least-active': { key: 't.last_activity_at', descending: false },
};

/** What a list is narrowed by, from $4 on. The types of what not every view asks for are told as well. */
const narrowed = `($2::uuid is not null) and ($3::timestamptz is not null)
        and ($4::text is null or a.network = $4) and ($5::text is null or t.lane = $5)
        and ($6::text is null or t.topic = $6) and ($7::text is null or t.language = $7)`;

/** Who looks, and in which workspace. */
export interface Viewer extends Actor {
  readonly workspaceId: number;
}

export interface ListQuery extends Omit<ListAsk, 'me' | 'now'> {
  readonly after: string | null;
  readonly limit: number;
  readonly now: Date;
}

/** One page of a list, by keyset: what comes after `after`, however deep, costs the same. */
export async function ticketPage(sql: Sql, { workspaceId, ...actor }: Viewer, ask: ListQuery): Promise<TicketPage> {
  const { key, descending } = orders[orderOf(ask.view, ask.order)];
  const [sign, way] = descending ? ['<', 'desc'] : ['>', 'asc'];
  const after = readAfter(ask.after);
  const cursor = await snapshotCursor(sql, workspaceId);
  const records = await sql.many<TicketRowRecord & { sortKey: string }>(
    `select ${ticketRowFields}, ${key}::text as "sortKey" from ${ticketRowTables}
      where t.workspace_id = $1 and ${views[ask.view]} and ${seesTicketSql(actor.role)}
        and ${narrowed}
        and ($8::timestamptz is null or (${key}, t.id) ${sign} ($8, $9::uuid))
      order by ${key} ${way}, t.id ${way} limit $10`,
    [
      workspaceId,
      actor.id,
      ask.now,
      ask.network,
      ask.lane,
      ask.topic,
      ask.language,
      after?.key ?? null,
      after?.id ?? null,
      ask.limit + 1,
    ],
  );
  const rows = records.slice(0, ask.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ sortKey: _sortKey, ...row }) => toTicketRow(row)),
    next: records.length > ask.limit && last ? `${last.sortKey}~${last.id}` : null,
    cursor,
  };
}

function readAfter(text: string | null): { key: string; id: string } | null {
  const [key, id] = text?.split('~') ?? [];
  return key !== undefined && id !== undefined ? { key, id } : null;
}

/** How many tickets each view holds for this agent, in one pass over what is open. */
export async function queueCounts(sql: Sql, { workspaceId, ...actor }: Viewer, now: Date): Promise<QueueCounts> {
  const filters = Object.entries(views)
    .filter(([name]) => name !== 'closed' && name !== 'drafts')
    .map(([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`);
  const open = await sql.one<Omit<QueueCounts, 'closed' | 'drafts'>>(
    `select ${filters.join(', ')} from ticket as t
      where t.workspace_id = $1 and (t.state <> 'closed' or t.troubled_sends > 0) and ${seesTicketSql(actor.role)}
        and ($2::uuid is not null) and ($3::timestamptz is not null)`,
    [workspaceId, actor.id, now],
  );
  // Few, and the only ones that are looked for among closed tickets too.
  const { drafts } = await sql.one<{ drafts: number }>(
    `select count(distinct d.ticket_id)::int as drafts from draft as d
       join ticket as t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
      where d.workspace_id = $1 and d.author_id = $2 and d.ended_as is null and ${seesTicketSql(actor.role)}`,
    [workspaceId, actor.id],
  );
  // Nobody works from the number of closed tickets, and counting them all would cost more with every day.
  return { ...open, drafts, closed: 0 };
}

/** All tickets of a list at once, most urgent first, up to a limit: what an act upon the whole list is about. */
export async function ticketIds(
  sql: Sql,
  { workspaceId, ...actor }: Viewer,
  ask: Omit<ListQuery, 'after' | 'order'>,
): Promise<string[]> {
  const rows = await sql.many<{ id: string }>(
    `select t.id from ticket as t join account as a on a.workspace_id = t.workspace_id and a.id = t.account_id
      where t.workspace_id = $1 and ${views[ask.view]} and ${seesTicketSql(actor.role)} and ${narrowed}
      order by t.urgent_at, t.id limit $8`,
    [workspaceId, actor.id, ask.now, ask.network, ask.lane, ask.topic, ask.language, ask.limit],
  );
  return rows.map(({ id }) => id);
}
