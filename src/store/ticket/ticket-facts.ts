import type { ApprovalMark } from '../../domain/approval/approval-state.js';
import type { Judged } from '../../domain/sla/policy.js';
import type { WaitedFor } from '../../domain/ticket/put-off.js';
import type { TicketFacts } from '../../domain/ticket/settle-ticket.js';
import type { Sql } from '../sql.js';

export interface CountedTicket extends TicketFacts {
  readonly ticketId: string;
  readonly troubledSends: number;
  readonly lastActivityAt: Date | null;
  readonly preview: string | null;
  readonly approval: ApprovalMark | null;
  /** Whoever may approve one of the replies that wait. */
  readonly approverIds: readonly string[];
  /** What the conditions of policies look at, as it stands before the change that is being made. */
  readonly judged: Judged;
  readonly waitingFor: WaitedFor | null;
  /** Of what the workspace promises: whoever has read that version need not read it again. */
  readonly slaVersion: number;
}

/**
 * Counts the messages of tickets afresh. "After our answer" goes by the order in which things reached us: an adviser
 * has not answered what had not arrived when the reply was written, whatever the network's clock says.
 */
export function countTickets(sql: Sql, workspaceId: number, ticketIds: readonly string[]): Promise<CountedTicket[]> {
  return sql.many<CountedTicket>(
    `select t.id as "ticketId", f.*, t.waiting_for as "waitingFor",
            jsonb_build_object('network', a.network, 'kind', t.message_kind, 'lane', t.lane, 'topic', t.topic,
              'priority', t.priority, 'vip', p.vip, 'brand', b.name) as judged,
            coalesce((select s.version from sla_book as s where s.workspace_id = t.workspace_id), 0) as "slaVersion"
       from ticket as t
       join person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
       join account as a on a.workspace_id = t.workspace_id and a.id = t.account_id
       left join brand as b on b.workspace_id = a.workspace_id and b.id = a.brand_id
       cross join lateral (${messageFacts}) as f
      where t.workspace_id = $1 and t.id = any($2)`,
    [workspaceId, ticketIds],
  );
}

export async function countTicket(sql: Sql, workspaceId: number, ticketId: string): Promise<CountedTicket> {
  const [facts] = await countTickets(sql, workspaceId, [ticketId]);
  if (!facts) throw new Error('a ticket that is held could not be counted');
  return facts;
}

/** `t` is the ticket. */
const messageFacts = `
  with said as (
    select m.direction, m.state, m.at, m.received_at, coalesce(m.counts_from, m.received_at) as counts_from, m.asks,
           m.deleted_at, m.text, m.id, m.next_try_at
      from message as m where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.state <> 'discarded'),
  answer as (
    select min(s.at) as first_at, max(s.at) as last_at, max(s.received_at) as received_at
      from said as s where s.direction = 'out' and s.state = 'sent'),
  open as (
    select s.at from said as s cross join answer as a
     where s.direction = 'in' and s.asks and s.deleted_at is null
       and (a.received_at is null or s.counts_from > a.received_at)),
  read as (
    select ap.* from said as s join approval as ap on ap.workspace_id = t.workspace_id and ap.message_id = s.id
     where s.direction = 'out'),
  awaited as (select r.* from read as r where r.state = 'pending')
  select (select count(*)::int from open) as unanswered,
         (select min(o.at) from open as o) as "waitingSince",
         (select a.first_at from answer as a) as "firstAnswerAt",
         (select a.last_at from answer as a) as "lastAnswerAt",
         (select min(s.at) from said as s where s.direction = 'in') as "firstMessageAt",
         (select count(*)::int from said as s
           where s.state = 'failed' or (s.state = 'unknown' and s.next_try_at is null)) as "troubledSends",
         (select max(s.at) from said as s) as "lastActivityAt",
         (select left(s.text, 200) from said as s where s.direction = 'in' and s.deleted_at is null
           order by s.at desc, s.id desc limit 1) as preview,
         (select min(w.submitted_at) from awaited as w) as "approvalSince",
         (select w.held_since from awaited as w order by w.submitted_at limit 1) as "approvalHeldSince",
         (select max(r.decided_at) from read as r where r.state <> 'pending') as "approvalDecidedAt",
         array(select distinct x.id from awaited as w cross join unnest(w.approver_ids) as x (id) order by x.id) as "approverIds",
         case when exists (select 1 from awaited as w where w.late_at is not null) then 'late'
              when exists (select 1 from awaited as w where w.held_since is not null) then 'held'
              when exists (select 1 from awaited) then 'waiting'
              when exists (select 1 from read as r where r.state = 'returned') then 'returned' end as approval`;
