import { compareCursors, cursorText, type LiveEvent, type Place, type TicketScope } from '../../contract/index.js';
import type { Lane } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';

export interface FeedRow extends Place {
  readonly workspaceId: number;
  /** Where its ticket stood when it was told: who may see that ticket may see the event. Null when it has none. */
  readonly scope: TicketScope | null;
  readonly event: LiveEvent;
}

/** Live events are rows of the transaction that made the change, so there is never one without the other. */
export async function appendToFeed(sql: Sql, workspaceId: number, events: readonly LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql.run(
    `insert into feed (workspace_id, lane, owner_id, body)
     select $1, t.lane, t.owner_id, e.body
       from unnest($2::jsonb[]) with ordinality as e (body, place)
       left join ticket as t on t.workspace_id = $1
        and t.id = coalesce(e.body ->> 'ticketId', e.body #>> '{ticket,id}')::uuid
      order by e.place`,
    [workspaceId, events.map((event) => JSON.stringify(event))],
  );
}

/*
 * Places are those of rows that were read, never the horizon itself: after a crash PostgreSQL gives the numbers of
 * transactions that left no trace out again, and their events would stand behind a cursor at such a number.
 * What was dropped counts as read.
 */
const newestPlace = `
  (select f.xid::text from feed as f where f.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by f.xid desc, f.id desc limit 1) as xid,
  (select f.id::text from feed as f where f.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by f.xid desc, f.id desc limit 1) as id,
  (select ff.xid::text from feed_floor as ff) as floor`;

interface Newest {
  readonly xid: string | null;
  readonly id: string | null;
  readonly floor: string | null;
}

function placeOf({ xid, id, floor }: Newest): Place {
  const last = { xid: BigInt(xid ?? 0), id: BigInt(id ?? 0) };
  const dropped = { xid: floor === null ? 0n : BigInt(floor) + 1n, id: 0n };
  return compareCursors(last, dropped) < 0 ? dropped : last;
}

/** The place behind everything that can be read now. */
export async function feedEnd(sql: Sql): Promise<Place> {
  return placeOf(await sql.one<Newest>(`select ${newestPlace}`));
}

/** Up to where a view that is read in this same snapshot is complete. */
export async function snapshotCursor(sql: Sql, workspaceId: number): Promise<string> {
  const row = await sql.one<Newest & { epoch: string }>(
    `select w.epoch, ${newestPlace} from workspace as w where w.id = $1`,
    [workspaceId],
  );
  // Events above the horizon may be in the view too; applying twice is harmless.
  return cursorText({ epoch: row.epoch, ...placeOf(row) });
}

export interface FeedPage {
  readonly rows: FeedRow[];
  /** The last row's place, or where it was read from when there was none. */
  readonly to: Place;
  /** There may be more behind it. */
  readonly full: boolean;
  /** How old the oldest event is that was not read: behind this page, or held back by a transaction that is open. */
  readonly behindSeconds: number;
  /** The database never gave out the place that was asked from: it is not the one that it was. */
  readonly unknown: boolean;
}

interface PageRecord {
  readonly heldSeconds: number | null;
  readonly ageSeconds: number;
  readonly unknown: boolean;
  readonly workspaceId: number;
  readonly xid: string | null;
  readonly id: string;
  readonly lane: Lane | null;
  readonly ownerId: string | null;
  readonly body: LiveEvent;
}

/** The events after a place, oldest first; of one workspace, or of all when null. */
export async function feedAfter(
  sql: Sql,
  from: Place,
  ask: { workspaceId: number | null; limit: number },
): Promise<FeedPage> {
  // Ordered by transaction, not by id: ids are given out before commit, so a slow transaction would slip an
  // event in behind a reader's cursor. Below the horizon no transaction can still commit.
  const records = await sql.many<PageRecord>(
    `select h.held::float8 as "heldSeconds", $1::xid8 > h.next as unknown, f.workspace_id as "workspaceId",
            f.xid::text as xid, f.id::text as id, f.lane, f.owner_id as "ownerId", f.body,
            extract(epoch from clock_timestamp() - f.at)::float8 as "ageSeconds"
       from (select pg_snapshot_xmin(s.now) as horizon, pg_snapshot_xmax(s.now) as next,
                    (select max(extract(epoch from clock_timestamp() - w.at)) from feed as w
                      where w.xid >= pg_snapshot_xmin(s.now)) as held
               from (select pg_current_snapshot() as now) as s) as h
       left join lateral (
         select f.workspace_id, f.xid, f.id, f.at, f.lane, f.owner_id, f.body from feed as f
          where (f.xid, f.id) > ($1::xid8, $2::bigint) and f.xid < h.horizon
            and ($3::integer is null or f.workspace_id = $3)
          order by f.xid, f.id limit $4) as f on true`,
    [from.xid.toString(), from.id.toString(), ask.workspaceId, ask.limit],
  );
  const rows = records.flatMap((record) => (record.xid === null ? [] : [toRow({ ...record, xid: record.xid })]));
  const { xid, id } = rows.at(-1) ?? from;
  const full = rows.length === ask.limit;
  const last = records.at(-1);
  return {
    rows,
    to: { xid, id },
    full,
    behindSeconds: Math.max(last?.heldSeconds ?? 0, full ? (last?.ageSeconds ?? 0) : 0),
    unknown: last?.unknown ?? false,
  };
}

function toRow(record: PageRecord & { xid: string }): FeedRow {
  return {
    workspaceId: record.workspaceId,
    xid: BigInt(record.xid),
    id: BigInt(record.id),
    scope: record.lane === null ? null : { lane: record.lane, ownerId: record.ownerId },
    event: record.body,
  };
}

export interface FeedStanding {
  /** Of the workspace as it is now. */
  readonly epoch: string;
  /** The database has not given out this place yet. */
  readonly unknown: boolean;
  /** Some of what came after it is dropped already. */
  readonly dropped: boolean;
  /** How many events of the workspace came after it; counted no further than asked. */
  readonly missed: number;
}

/** Can somebody who has read up to `from` be told what they missed? */
export function feedStanding(
  sql: Sql,
  workspaceId: number,
  ask: { from: Place; countTo: number },
): Promise<FeedStanding> {
  return sql.one<FeedStanding>(
    `select w.epoch, $2::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as unknown,
            exists (select 1 from feed_floor as ff where ff.xid >= $2::xid8) as dropped,
            (select count(*)::int from (
               select 1 from feed as f where f.workspace_id = $1 and (f.xid, f.id) > ($2::xid8, $3::bigint)
                limit $4) as n) as missed
       from workspace as w where w.id = $1`,
    [workspaceId, ask.from.xid.toString(), ask.from.id.toString(), ask.countTo],
  );
}

/** Drops what is older than the retention, a lot at a time, and remembers how far; answers how many rows went. */
export function dropOldFeed(sql: Sql, olderThan: Date, limit: number): Promise<number> {
  return sql.run(
    `with gone as (
       delete from feed as f using (select g.workspace_id, g.xid, g.id from feed as g where g.at < $1 order by g.at limit $2) as old
        where f.workspace_id = old.workspace_id and f.xid = old.xid and f.id = old.id returning f.xid),
     noted as (
       insert into feed_floor as ff (one, xid) select true, max(g.xid::text::bigint)::text::xid8 from gone as g having count(*) > 0
       on conflict (one) do update set xid = excluded.xid where ff.xid < excluded.xid)
     select 1 from gone`,
    [olderThan, limit],
  );
}
