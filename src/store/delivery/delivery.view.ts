import type { DeliveryView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

const excerptBytes = 2000;
const pageSize = 50;

/** Newest first: the shelved deliveries of one state, after the one of the id `after`. */
export async function deliveryPage(
  sql: Sql,
  workspaceId: number,
  ask: { state: 'dead' | 'set-aside'; after: string | null },
): Promise<{ rows: DeliveryView[]; next: string | null }> {
  const rows = await views(sql, 'd.state = $2 and ($3::bigint is null or d.id < $3) order by d.id desc limit $4', [
    workspaceId,
    ask.state,
    ask.after,
    pageSize + 1,
  ]);
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** One delivery, whatever its state. */
export async function deliveryView(sql: Sql, workspaceId: number, id: string): Promise<DeliveryView | null> {
  const [row] = await views(sql, 'd.id = $2::bigint', [workspaceId, id]);
  return row ?? null;
}

type DeliveryRecord = Omit<DeliveryView, 'receivedAt' | 'excerpt'> & { receivedAt: Date; head: Buffer };

async function views(sql: Sql, which: string, values: readonly unknown[]): Promise<DeliveryView[]> {
  const records = await sql.many<DeliveryRecord>(
    `select d.id::text as id, d.network, d.received_at as "receivedAt", d.state, d.attempts, d.error,
            length(d.body) as size, substring(d.body from 1 for ${String(excerptBytes)}) as head
       from delivery as d where d.workspace_id = $1 and ${which}`,
    values,
  );
  return records.map(({ head, receivedAt, ...rest }) => ({
    ...rest,
    receivedAt: receivedAt.toISOString(),
    excerpt: head.toString('utf8'),
  }));
}

/** How many stand in the queue, and since when the oldest waits. */
export function deliveryQueue(sql: Sql): Promise<{ pending: number; oldestSeconds: number; dead: number }> {
  return sql.one(
    `select count(*) filter (where d.state = 'pending')::int as pending,
            coalesce(extract(epoch from now() - min(d.received_at) filter (where d.state = 'pending')), 0)::float8 as "oldestSeconds",
            count(*) filter (where d.state = 'dead')::int as dead
       from delivery as d where d.state in ('pending', 'dead')`,
  );
}
