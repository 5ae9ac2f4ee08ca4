import type { Sql } from '../sql.js';

export interface DueTicket {
  readonly workspaceId: number;
  readonly ticketId: string;
}

/**
 * Tickets on which something has come, longest ago first, taken for `leaseSeconds` on the database's clock. The lease only keeps
 * two workers from the same ticket: a timer is gone, or further on, with the very transaction that does what it is for.
 * A ticket on which that fails again and again is tried less and less often.
 */
export function claimTimers(sql: Sql, limit: number, leaseSeconds: number): Promise<DueTicket[]> {
  return sql.many<DueTicket>(
    `with due as (
       select r.workspace_id, r.clock_id from sla_timer as r
        where r.due_at <= now() and (r.leased_until is null or r.leased_until <= now())
        order by r.due_at, r.clock_id limit $1 for update of r skip locked),
     taken as (
       update sla_timer as r set tries = r.tries + 1,
              leased_until = now() + make_interval(secs => $2 * least(2 ^ r.tries, 60))
         from due where r.workspace_id = due.workspace_id and r.clock_id = due.clock_id
       returning r.workspace_id, r.ticket_id, r.due_at)
     select t.workspace_id as "workspaceId", t.ticket_id as "ticketId" from taken as t
      group by t.workspace_id, t.ticket_id order by min(t.due_at), t.ticket_id`,
    [limit, leaseSeconds],
  );
}

/** What the database takes for now: timers are judged by its clock alone, so that processes need not agree. */
export async function databaseNow(sql: Sql): Promise<Date> {
  const { now } = await sql.one<{ now: Date }>('select clock_timestamp() as now');
  return now;
}
