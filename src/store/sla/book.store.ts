import type { Calendar } from '../../domain/sla/calendar.js';
import { defaultBook } from '../../domain/sla/default-policy.js';
import type { SlaBook, SlaPolicy } from '../../domain/sla/policy.js';
import type { Sql } from '../sql.js';
import type { BookCache } from './book-cache.js';

/** Until a workspace has saved policies of its own, the usual ones count. */
export async function readBook(sql: Sql, workspaceId: number): Promise<SlaBook> {
  const { version, calendars, policies } = await sql.one<SlaBook>(
    `select coalesce((select s.version from sla_book as s where s.workspace_id = $1), 0) as version,
            (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'zone', c.zone, 'week', c.week,
                'days', (select coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'name', d.name, 'ranges', d.ranges)
                    order by d.date), '[]')
                  from calendar_day as d where d.workspace_id = c.workspace_id and d.calendar_id = c.id))
                order by c.position), '[]')
               from calendar as c where c.workspace_id = $1) as calendars,
            (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'name', y.name, 'calendarId', y.calendar_id,
                'when', y.conditions, 'targets', y.targets, 'ladder', y.ladder) order by y.position), '[]')
               from sla_policy as y where y.workspace_id = $1) as policies`,
    [workspaceId],
  );
  return { version, calendars, policies: policies.length > 0 ? policies : defaultBook.policies };
}

/** How far the clocks that run have been computed afresh since the last change. */
export interface Recompute {
  readonly version: number;
  readonly after: string | null;
  readonly done: number;
  readonly total: number;
}

export class BookStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
    private readonly cache: BookCache,
  ) {}

  /** `version`: the newest that is known to be there. */
  async read(version: number): Promise<SlaBook> {
    const known = this.cache.known(this.workspaceId, version);
    if (known) return known;
    const book = await readBook(this.sql, this.workspaceId);
    this.cache.keep(this.workspaceId, book);
    return book;
  }

  async current(): Promise<SlaBook> {
    const { version } = await this.sql.one<{ version: number }>(
      'select coalesce(max(s.version), 0) as version from sla_book as s where s.workspace_id = $1',
      [this.workspaceId],
    );
    return this.read(version);
  }

  /** As it is now, held against every other change of it. */
  async lock(): Promise<SlaBook> {
    await this.sql.run(
      'insert into sla_book (workspace_id, version) values ($1, 0) on conflict (workspace_id) do nothing',
      [this.workspaceId],
    );
    await this.sql.one('select s.version from sla_book as s where s.workspace_id = $1 for update of s', [
      this.workspaceId,
    ]);
    return readBook(this.sql, this.workspaceId);
  }

  async saveCalendars(calendars: readonly Calendar[]): Promise<void> {
    const rows = calendars.map(({ id, name, zone, week }, position) => ({ id, name, zone, week, position }));
    const days = calendars.flatMap(({ id, days: all }) => all.map((day) => ({ calendar_id: id, ...day })));
    await this.sql.run('delete from calendar_day as d where d.workspace_id = $1', [this.workspaceId]);
    await this.sql.run('delete from calendar as c where c.workspace_id = $1 and not (c.id = any($2))', [
      this.workspaceId,
      calendars.map(({ id }) => id),
    ]);
    await this.sql.run(
      `insert into calendar (workspace_id, id, position, name, zone, week)
       select $1, r.id, r.position, r.name, r.zone, r.week
         from jsonb_to_recordset($2) as r (id uuid, position integer, name text, zone text, week jsonb)
       on conflict (workspace_id, id) do update
         set position = excluded.position, name = excluded.name, zone = excluded.zone, week = excluded.week`,
      [this.workspaceId, JSON.stringify(rows)],
    );
    await this.sql.run(
      `insert into calendar_day (workspace_id, calendar_id, date, name, ranges)
       select $1, r.calendar_id, r.date, r.name, r.ranges
         from jsonb_to_recordset($2) as r (calendar_id uuid, date date, name text, ranges jsonb)`,
      [this.workspaceId, JSON.stringify(days)],
    );
  }

  async savePolicies(policies: readonly SlaPolicy[]): Promise<void> {
    await this.sql.run('delete from sla_policy as y where y.workspace_id = $1', [this.workspaceId]);
    await this.sql.run(
      `insert into sla_policy (workspace_id, id, position, name, calendar_id, conditions, targets, ladder)
       select $1, r.id, r.position, r.name, r."calendarId", r."when", r.targets, r.ladder
         from jsonb_to_recordset($2) as r
           (id uuid, position integer, name text, "calendarId" uuid, "when" jsonb, targets jsonb, ladder jsonb)`,
      [this.workspaceId, JSON.stringify(policies.map((policy, position) => ({ ...policy, position })))],
    );
  }

  /** A new version, by which the clocks that run are to be computed afresh. */
  async raise(): Promise<number> {
    const row = await this.sql.one<{ version: number }>(
      `update sla_book as s set version = s.version + 1, recompute_version = s.version + 1, recompute_after = null,
              recompute_done = 0,
              recompute_total = (select count(*) from ticket as t where t.workspace_id = $1 and t.state <> 'closed')
        where s.workspace_id = $1 returning s.version`,
      [this.workspaceId],
    );
    return row.version;
  }

  /** Held until the transaction ends: one process at a time computes afresh. */
  lockRecompute(): Promise<Recompute | null> {
    return this.sql.maybe<Recompute>(
      `select s.recompute_version as version, s.recompute_after as after, s.recompute_done as done,
              s.recompute_total as total
         from sla_book as s where s.workspace_id = $1 for no key update of s`,
      [this.workspaceId],
    );
  }

  async recomputed(upTo: string | null, count: number): Promise<void> {
    await this.sql.run(
      `update sla_book as s set recompute_after = coalesce($2, s.recompute_after), recompute_done = case
              when $2::uuid is null then s.recompute_total else least(s.recompute_done + $3, s.recompute_total) end
        where s.workspace_id = $1`,
      [this.workspaceId, upTo, count],
    );
  }
}
