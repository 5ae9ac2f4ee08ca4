import type { Sql } from '../sql.js';

export interface NewDelivery {
  readonly workspaceId: number;
  readonly source: 'hook' | 'poll' | 'stream';
  readonly network: string;
  readonly appId: string;
  readonly accountId: string | null;
  /** The same for the same call or item, whenever and however often it comes. */
  readonly key: string;
  readonly body: Buffer;
}

export interface Delivery extends NewDelivery {
  readonly id: string;
  readonly attempts: number;
  readonly leaseToken: number;
  readonly receivedAt: Date;
}

/** Stores deliveries that came together, each once; answers how many were new. */
export function addDeliveries(sql: Sql, deliveries: readonly NewDelivery[]): Promise<number> {
  return sql.run(
    `insert into delivery (workspace_id, source, network, app_id, account_id, key, body)
     select * from unnest($1::integer[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::bytea[])
     on conflict (workspace_id, app_id, key) do nothing`,
    [
      deliveries.map((one) => one.workspaceId),
      deliveries.map((one) => one.source),
      deliveries.map((one) => one.network),
      deliveries.map((one) => one.appId),
      deliveries.map((one) => one.accountId),
      deliveries.map((one) => one.key),
      deliveries.map((one) => one.body),
    ],
  );
}

/**
 * Takes deliveries whose time has come, for `leaseSeconds`. A worker that dies lets them go by that alone; one
 * that was frozen finds its token outdated when it wants to finish.
 */
export function claimDeliveries(sql: Sql, limit: number, leaseSeconds: number): Promise<Delivery[]> {
  return sql.many<Delivery>(
    `with due as (
       select d.workspace_id, d.id from delivery as d
        where d.state = 'pending' and d.next_at <= now()
        order by d.next_at, d.id limit $1 for update of d skip locked),
     taken as (
       update delivery as d set lease_token = d.lease_token + 1, attempts = d.attempts + 1,
              next_at = now() + make_interval(secs => $2)
         from due where d.workspace_id = due.workspace_id and d.id = due.id
       returning d.workspace_id, d.id, d.source, d.network, d.app_id, d.account_id, d.key, d.body, d.attempts,
                 d.lease_token, d.received_at)
     select t.workspace_id as "workspaceId", t.id::text as id, t.source, t.network, t.app_id as "appId",
            t.account_id as "accountId", t.key, t.body, t.attempts, t.lease_token as "leaseToken",
            t.received_at as "receivedAt"
       from taken as t order by t.id`,
    [limit, leaseSeconds],
  );
}

export type DeliveryEnd =
  | { readonly state: 'done' | 'set-aside'; readonly ignored: readonly string[]; readonly error: string | null }
  | { readonly state: 'dead'; readonly error: string }
  | { readonly state: 'pending'; readonly error: string; readonly againInSeconds: number };

/** False when the lease is no longer ours: whoever holds it now decides, and our transaction must not commit. */
export async function endDelivery(sql: Sql, delivery: Delivery, end: DeliveryEnd): Promise<boolean> {
  const touched = await sql.run(
    `update delivery as d set state = $4, error = $5, ignored = $6,
            next_at = now() + make_interval(secs => $7), done_at = case when $4 = 'pending' then null else now() end
      where d.workspace_id = $1 and d.id = $2 and d.lease_token = $3 and d.state = 'pending'`,
    [
      delivery.workspaceId,
      delivery.id,
      delivery.leaseToken,
      end.state,
      end.error,
      'ignored' in end ? end.ignored : [],
      end.state === 'pending' ? end.againInSeconds : 0,
    ],
  );
  return touched === 1;
}

/** Puts shelved deliveries back in the queue, with all their tries. */
export function replayDeliveries(
  sql: Sql,
  workspaceId: number,
  which: { readonly id: string } | { readonly state: 'dead' | 'set-aside' } | { readonly appId: string },
): Promise<number> {
  const [condition, value] =
    'id' in which
      ? ['d.id = $2::bigint', which.id]
      : 'state' in which
        ? ['d.state = $2', which.state]
        : [`d.app_id = $2::uuid and d.state = 'set-aside'`, which.appId];
  return sql.run(
    `update delivery as d set state = 'pending', attempts = 0, next_at = now(), error = null
      where d.workspace_id = $1 and d.state in ('dead', 'set-aside') and ${condition}`,
    [workspaceId, value],
  );
}

/** Done deliveries are kept for a while as evidence, then dropped. */
export function dropOldDeliveries(sql: Sql, olderThan: Date, limit: number): Promise<number> {
  return sql.run(
    `delete from delivery as d using (select o.workspace_id, o.id from delivery as o
        where o.state = 'done' and o.done_at < $1 limit $2) as old
      where d.workspace_id = old.workspace_id and d.id = old.id`,
    [olderThan, limit],
  );
}
