import type { RoutingFacts } from '../../domain/routing/rule.js';
import type { Sql } from '../sql.js';

/** What rules look at besides the message itself. */
export type Surroundings = Pick<
  RoutingFacts,
  'vip' | 'followers' | 'handle' | 'network' | 'accountId' | 'brand' | 'post'
>;

const surroundings = `p.vip, i.followers, i.handle, a.network, a.id as "accountId", b.name as brand,
  case when po.id is not null then jsonb_build_object('id', po.external_id, 'text', po.text) end as post`;

export function surroundingsOf(sql: Sql, workspaceId: number, threadId: string): Promise<Surroundings> {
  return sql.one<Surroundings>(
    `select ${surroundings}
       from thread as th
       join identity as i on i.workspace_id = th.workspace_id and i.id = th.identity_id
       join person as p on p.workspace_id = i.workspace_id and p.id = i.person_id
       join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
       left join brand as b on b.workspace_id = a.workspace_id and b.id = a.brand_id
       left join post as po on po.workspace_id = th.workspace_id and po.id = th.post_id
      where th.workspace_id = $1 and th.id = $2`,
    [workspaceId, threadId],
  );
}

/** A ticket with the message that opened it, as rules would see it if it arrived now. */
export type Arrival = Omit<RoutingFacts, 'understood'> & {
  readonly ticketId: string;
  readonly number: number;
  readonly createdAt: Date;
};

/** `t` is a ticket: the message that opened it, and what surrounds it. */
export const arrivalFields = `m.text, m.kind, th.space, t.language, jsonb_array_length(m.attachments) > 0 as attachments, m.rating,
  ${surroundings}`;
export const arrivalTables = `ticket as t
  cross join lateral (select f.* from message as f where f.workspace_id = t.workspace_id and f.ticket_id = t.id
     and f.direction = 'in' order by f.at, f.id limit 1) as m
  join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
  join identity as i on i.workspace_id = th.workspace_id and i.id = th.identity_id
  join person as p on p.workspace_id = i.workspace_id and p.id = i.person_id
  join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
  left join brand as b on b.workspace_id = a.workspace_id and b.id = a.brand_id
  left join post as po on po.workspace_id = th.workspace_id and po.id = th.post_id`;

/** The tickets that were opened since then, in that order. */
export function arrivalsSince(
  sql: Sql,
  workspaceId: number,
  ask: { readonly since: Date; readonly after: string | null; readonly limit: number },
): Promise<Arrival[]> {
  return sql.many<Arrival>(
    `select t.id as "ticketId", t.number::int as number, t.created_at as "createdAt", ${arrivalFields}
       from ${arrivalTables}
      where t.workspace_id = $1 and t.created_at >= $2
        and ($3::uuid is null or (t.created_at, t.id) > (select l.created_at, l.id from ticket as l
          where l.workspace_id = $1 and l.id = $3))
      order by t.created_at, t.id limit $4`,
    [workspaceId, ask.since, ask.after, ask.limit],
  );
}

export async function countSince(sql: Sql, workspaceId: number, since: Date): Promise<number> {
  const row = await sql.one<{ count: number }>(
    'select count(*)::int as count from ticket as t where t.workspace_id = $1 and t.created_at >= $2',
    [workspaceId, since],
  );
  return row.count;
}
