import type { ThreadView } from '../../contract/index.js';
import { replyWays, type RulesOf, type Way, type WayAccount } from '../../domain/message/reply-ways.js';
import type { Sql } from '../sql.js';
import { instant } from '../ticket/ticket-row.view.js';

interface ThreadRecord {
  id: string;
  ticketId: string;
  version: number;
  space: 'public' | 'private';
  reachable: boolean;
  lastInboundAt: Date | null;
  privateUsed: boolean;
  account: WayAccount;
  siblings: WayAccount[] | null;
  postId: string | null;
  postText: string | null;
  postBy: string | null;
  postOurs: boolean | null;
  postLink: string | null;
  postImage: string | null;
  postAt: Date | null;
  postGone: Date | null;
}

const wayAccount = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name,
  'network', ${alias}.network, 'externalId', ${alias}.external_id, 'state', ${alias}.state,
  'humanAgent', coalesce((${alias}.limits ->> 'humanAgent')::boolean, false),
  'maxLength', (${alias}.limits ->> 'maxLength')::int)`;

const select = `select th.id, tt.ticket_id as "ticketId", th.version, th.space, th.reachable,
    th.last_inbound_at as "lastInboundAt", ${wayAccount('a')} as account,
    exists (select 1 from thread as pr join account as pa on pa.workspace_id = pr.workspace_id and pa.id = pr.account_id
      where pr.workspace_id = th.workspace_id and pa.app_id = a.app_id and pr.from_public = th.last_inbound_id) as "privateUsed",
    (select jsonb_agg(${wayAccount('s')}) from account as s
      where s.workspace_id = a.workspace_id and s.app_id = a.app_id and s.external_id = a.external_id
        and s.state <> 'disconnected') as siblings,
    p.id as "postId", p.text as "postText", p.author_name as "postBy", p.ours as "postOurs", p.permalink as "postLink",
    p.image_url as "postImage", p.at as "postAt", p.deleted_at as "postGone"
  from ticket_thread as tt
  join thread as th on th.workspace_id = tt.workspace_id and th.id = tt.thread_id
  join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
  left join post as p on p.workspace_id = th.workspace_id and p.id = th.post_id`;

/** What a thread's page shows, for the ticket it belongs to. */
export async function threadViews(
  sql: Sql,
  workspaceId: number,
  ask: { ticketId: string; threadId: string | null; inOthers?: boolean; rulesOf: RulesOf; now: Date },
): Promise<ThreadView[]> {
  const records = await sql.many<ThreadRecord>(
    `${select} where tt.workspace_id = $1 and ($3::uuid is null or th.id = $3)
        and (tt.ticket_id = $2 or ($4 and exists (select 1 from ticket as o where o.workspace_id = tt.workspace_id
          and o.id = tt.ticket_id and o.state <> 'closed')))
      order by th.id`,
    [workspaceId, ask.ticketId, ask.threadId, ask.inOthers ?? false],
  );
  return records.map((record) => toView(record, waysOf(record, ask.rulesOf, ask.now)));
}

function waysOf(record: ThreadRecord, rulesOf: RulesOf, now: Date): Way[] {
  const via = rulesOf(record.account.network)?.publicToPrivate?.via;
  return replyWays(
    {
      space: record.space,
      account: record.account,
      lastInboundAt: record.lastInboundAt,
      reachable: record.reachable,
      privateUsed: record.privateUsed,
      privateAccount: record.siblings?.find(({ network }) => network === via) ?? null,
    },
    rulesOf,
    now,
  );
}

function toView(record: ThreadRecord, ways: readonly Way[]): ThreadView {
  const { account } = record;
  return {
    id: record.id,
    ticketId: record.ticketId,
    version: record.version,
    space: record.space,
    account: { id: account.id, network: account.network, name: account.name },
    post: postOf(record),
    reachable: record.reachable,
    ways: ways.map((way) => ({
      space: way.space,
      accountId: way.account.id,
      accountName: way.account.name,
      network: way.account.network,
      open: way.shut === null,
      shut: way.shut,
      maxLength: way.maxLength,
      unit: way.rules.unit,
      maxFiles: way.rules.attachments.max,
      maxFileBytes: way.rules.attachments.maxBytes,
      textWithFiles: way.rules.attachments.withText,
      closesAt: instant(way.closesAt),
      fromPublic: way.fromPublic,
    })),
  };
}

function postOf(record: ThreadRecord): ThreadView['post'] {
  if (record.postId === null) return null;
  return {
    id: record.postId,
    text: record.postText,
    by: record.postBy,
    ours: record.postOurs ?? false,
    permalink: record.postLink,
    imageUrl: record.postImage,
    at: instant(record.postAt),
    deleted: record.postGone !== null,
  };
}
