import type { TicketFacts } from '../../domain/ticket/settle-ticket.js';
import type { Sql } from '../sql.js';

export interface CountedTicket extends TicketFacts {
  readonly troubledSends: number;
  readonly lastActivityAt: Date | null;
  readonly preview: string | null;
}

/**
 * Counts a ticket's messages afresh. "After our answer" goes by the order in which things reached us: an adviser
 * has not answered what had not arrived when the reply was written, whatever the network's clock says.
 */
export function countTicket(sql: Sql, workspaceId: number, ticketId: string): Promise<CountedTicket> {
  return sql.one<CountedTicket>(
    `with said as (
       select m.direction, m.state, m.at, m.received_at, coalesce(m.counts_from, m.received_at) as counts_from, m.asks, m.deleted_at, m.text, m.id, m.next_try_at
         from message as m where m.workspace_id = $1 and m.ticket_id = $2 and m.state <> 'discarded'),
     answer as (
       select min(s.at) as first_at, max(s.at) as last_at, max(s.received_at) as received_at
         from said as s where s.direction = 'out' and s.state = 'sent'),
     open as (
       select s.at from said as s cross join answer as a
        where s.direction = 'in' and s.asks and s.deleted_at is null
          and (a.received_at is null or s.counts_from > a.received_at))
     select (select count(*)::int from open) as unanswered,
            (select min(o.at) from open as o) as "waitingSince",
            (select a.first_at from answer as a) as "firstAnswerAt",
            (select a.last_at from answer as a) as "lastAnswerAt",
            (select count(*)::int from said as s where s.state = 'failed' or (s.state = 'unknown' and s.next_try_at is null)) as "troubledSends",
            (select max(s.at) from said as s) as "lastActivityAt",
            (select left(s.text, 200) from said as s where s.direction = 'in' and s.deleted_at is null
              order by s.at desc, s.id desc limit 1) as preview`,
    [workspaceId, ticketId],
  );
}
