import type { Sql } from '../sql.js';
import { undoDays } from './regrouping.view.js';
import { putRowBack, type StoredRow } from './stored-row.js';

export type RegroupingKind = 'merged' | 'split';

/** How two tickets stood before they were regrouped: everything that an undo puts back. */
export interface Before {
  readonly tickets: readonly StoredRow[];
  readonly clocks: readonly StoredRow[];
  /** What comes next on the clocks that run. */
  readonly timers: readonly StoredRow[];
  readonly threads: readonly { readonly ticketId: string; readonly threadId: string; readonly open: boolean }[];
  /** Who had the ticket that gave its things away. */
  readonly assignmentId: string | null;
  readonly messageIds: readonly string[];
  readonly noteIds: readonly string[];
  /** The thread's ticket, where messages that are yet to come go. */
  readonly homes: Readonly<Record<string, string | null>>;
  /** Questions that counted from later than their arrival already. */
  readonly counted: Readonly<Record<string, string>>;
}

/** What came into being by it, and is taken away by an undo. */
export interface Made {
  readonly clockIds: readonly string[];
  /** The state that the receiving ticket was left in. */
  readonly state: string;
}

export interface Regrouping {
  readonly id: string;
  readonly kind: RegroupingKind;
  /** What gave messages away. */
  readonly ticketId: string;
  /** What took them. */
  readonly otherId: string;
  readonly before: Before;
  readonly made: Made;
  readonly tooLate: boolean;
}

/** What was merged and split, and how everything stood before: enough to put it back. */
export class RegroupingStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async before(from: string, to: string | null, messageIds: readonly string[] | null): Promise<Before> {
    return this.sql.one<Before>(
      `select (select jsonb_agg(to_jsonb(t) order by t.id) from ticket as t
                where t.workspace_id = $1 and t.id in ($2, $3)) as tickets,
              coalesce((select jsonb_agg(to_jsonb(c) order by c.id) from clock as c
                where c.workspace_id = $1 and c.ticket_id in ($2, $3)), '[]') as clocks,
              coalesce((select jsonb_agg(to_jsonb(r) order by r.clock_id) from sla_timer as r
                where r.workspace_id = $1 and r.ticket_id in ($2, $3)), '[]') as timers,
              coalesce((select jsonb_agg(jsonb_build_object('ticketId', tt.ticket_id, 'threadId', tt.thread_id, 'open', tt.open))
                from ticket_thread as tt where tt.workspace_id = $1 and tt.ticket_id in ($2, $3)), '[]') as threads,
              (select s.id from assignment as s where s.workspace_id = $1 and s.ticket_id = $2
                and s.ended_at is null) as "assignmentId",
              coalesce((select jsonb_agg(m.id order by m.id) from message as m
                where m.workspace_id = $1 and m.ticket_id = $2 and ($4::uuid[] is null or m.id = any($4))), '[]') as "messageIds",
              coalesce((select jsonb_agg(n.id order by n.id) from note as n
                where n.workspace_id = $1 and n.ticket_id = $2 and $4::uuid[] is null), '[]') as "noteIds",
              coalesce((select jsonb_object_agg(th.id, th.ticket_id) from thread as th
                where th.workspace_id = $1 and th.id in (select tt.thread_id from ticket_thread as tt
                  where tt.workspace_id = $1 and tt.ticket_id in ($2, $3))), '{}') as homes,
              coalesce((select jsonb_object_agg(m.id, m.counts_from) from message as m
                where m.workspace_id = $1 and m.ticket_id in ($2, $3) and m.counts_from is not null), '{}') as counted`,
      [this.workspaceId, from, to, messageIds],
    );
  }

  async add(one: Omit<Regrouping, 'tooLate'> & { readonly agentId: string; readonly at: Date }): Promise<void> {
    await this.sql.run(
      `insert into regrouping (workspace_id, id, kind, ticket_id, other_id, agent_id, at, before, made)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.workspaceId,
        one.id,
        one.kind,
        one.ticketId,
        one.otherId,
        one.agentId,
        one.at,
        JSON.stringify(one.before),
        JSON.stringify(one.made),
      ],
    );
  }

  /** The latest of its kind with this ticket as the one named, not undone yet; not held. */
  latest(kind: RegroupingKind, ticketId: string, now: Date): Promise<Regrouping | null> {
    const column = kind === 'merged' ? 'ticket_id' : 'other_id';
    return this.sql.maybe<Regrouping>(
      `select r.id, r.kind, r.ticket_id as "ticketId", r.other_id as "otherId", r.before, r.made,
              r.at < $4::timestamptz - make_interval(days => ${String(undoDays)}) as "tooLate"
         from regrouping as r
        where r.workspace_id = $1 and r.kind = $2 and r.${column} = $3 and r.undone_at is null
        order by r.at desc, r.id desc limit 1`,
      [this.workspaceId, kind, ticketId, now],
    );
  }

  /** False when somebody else was faster. */
  async undone(id: string, by: { readonly agentId: string; readonly at: Date }): Promise<boolean> {
    const touched = await this.sql.run(
      `update regrouping as r set undone_at = $3, undone_by = $4
        where r.workspace_id = $1 and r.id = $2 and r.undone_at is null`,
      [this.workspaceId, id, by.at, by.agentId],
    );
    return touched === 1;
  }

  /** The clocks as they were; those that ran only because of what is undone have never run. */
  async putClocksBack(before: Before, madeIds: readonly string[]): Promise<void> {
    const known = before.clocks.map(({ id }) => id);
    const tickets = before.tickets.map(({ id }) => id);
    const gone = `select c.id from clock as c where c.workspace_id = $1 and (c.id = any($2)
      or (c.ticket_id = any($3) and c.state = 'running' and c.id <> all($4)))`;
    const values = [this.workspaceId, madeIds, tickets, known];
    await this.sql.run(`delete from clock_ledger as l where l.workspace_id = $1 and l.clock_id in (${gone})`, values);
    await this.sql.run(`delete from clock as d where d.workspace_id = $1 and d.id in (${gone})`, values);
    await this.sql.run(
      `insert into clock_ledger (workspace_id, id, clock_id, event, cause, at)
       select c.workspace_id, gen_random_uuid(), c.id, 'reopened', 'undone', clock_timestamp()
         from clock as c where c.workspace_id = $1 and c.state <> 'running'
          and c.id in (select (b.row ->> 'id')::uuid from jsonb_array_elements($2::jsonb) as b (row)
            where b.row ->> 'state' = 'running')`,
      [this.workspaceId, JSON.stringify(before.clocks)],
    );
    for (const row of before.clocks) await putRowBack(this.sql, 'clock', row);
    await this.sql.run(
      `insert into sla_timer select r.* from jsonb_populate_recordset(null::sla_timer, $1) as r
       on conflict (workspace_id, clock_id) do nothing`,
      [JSON.stringify(before.timers)],
    );
  }

  /** The ticket as it was, with a version of its own: every screen learns of it. */
  async putTicketBack(before: Before, ticketId: string, ownerId: string | null): Promise<void> {
    const row = before.tickets.find(({ id }) => id === ticketId);
    if (!row) return;
    const now = await this.sql.one<{ version: number }>(
      'select t.version from ticket as t where t.workspace_id = $1 and t.id = $2',
      [this.workspaceId, ticketId],
    );
    await putRowBack(this.sql, 'ticket', { ...row, version: now.version + 1, owner_id: ownerId });
  }

  /** In the hands of whoever had it. */
  async putAssignmentBack(id: string): Promise<void> {
    await this.sql.run(
      `update assignment as s set ended_at = null, ended_because = null where s.workspace_id = $1 and s.id = $2`,
      [this.workspaceId, id],
    );
  }
}
