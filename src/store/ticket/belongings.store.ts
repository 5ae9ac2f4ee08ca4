import type { SplitMessage } from '../../domain/ticket/split.js';
import type { Sql } from '../sql.js';
import type { Before } from './regrouping.store.js';

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** What belongs to a ticket, as it goes from one to another: messages, notes, threads and clocks. */
export class BelongingsStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The threads of some tickets, all held, in one order for everybody. */
  async lockThreads(ticketIds: readonly string[]): Promise<void> {
    await this.ids(
      `select th.id from thread as th where th.workspace_id = $1
          and th.id in (select tt.thread_id from ticket_thread as tt
            where tt.workspace_id = $1 and tt.ticket_id = any($2))
        order by th.id for no key update of th`,
      [ticketIds],
    );
  }

  /**
   * A question stays open although the other ticket had its answers: it counts from behind the last of them. Asked before
   * the messages move, for questions of each ticket against the answers of the other.
   */
  async keepOpen(pair: Pair): Promise<void> {
    await this.sql.run(
      `with answer as (
         select m.ticket_id, m.state, m.received_at from message as m
          where m.workspace_id = $1 and m.ticket_id in ($2, $3) and m.direction = 'out' and m.state <> 'discarded'),
       bar as (
         select case a.ticket_id when $2::uuid then $3::uuid else $2::uuid end as ticket_id, max(a.received_at) as at
           from answer as a group by a.ticket_id),
       own as (
         select a.ticket_id, max(a.received_at) as at from answer as a where a.state = 'sent' group by a.ticket_id)
       update message as m set counts_from = bar.at + interval '1 microsecond'
         from bar left join own on own.ticket_id = bar.ticket_id
        where m.workspace_id = $1 and m.ticket_id = bar.ticket_id and m.direction = 'in' and m.asks
          and m.deleted_at is null and coalesce(m.counts_from, m.received_at) <= bar.at
          and (own.at is null or coalesce(m.counts_from, m.received_at) > own.at)`,
      [this.workspaceId, pair.from, pair.to],
    );
  }

  /** As the questions of both tickets counted before. */
  async countAsBefore(ticketIds: readonly string[], { counted }: Before): Promise<void> {
    await this.sql.run(
      `update message as m set counts_from = ($3::jsonb ->> m.id::text)::timestamptz
        where m.workspace_id = $1 and m.ticket_id = any($2)
          and m.counts_from is distinct from ($3::jsonb ->> m.id::text)::timestamptz`,
      [this.workspaceId, ticketIds, JSON.stringify(counted)],
    );
  }

  async moveMessages(to: string, messageIds: readonly string[]): Promise<void> {
    await this.sql.run(
      'update message as m set ticket_id = $2, version = m.version + 1 where m.workspace_id = $1 and m.id = any($3)',
      [this.workspaceId, to, messageIds],
    );
  }

  async moveNotes(to: string, noteIds: readonly string[]): Promise<void> {
    await this.sql.run('update note as n set ticket_id = $2 where n.workspace_id = $1 and n.id = any($3)', [
      this.workspaceId,
      to,
      noteIds,
    ]);
  }

  /** The clocks of one ticket are shown on the other, marked with where they ran. */
  async moveClocks({ from, to }: Pair): Promise<void> {
    await this.sql.run(
      `update clock as c set ticket_id = $3, origin_id = coalesce(c.origin_id, c.ticket_id)
        where c.workspace_id = $1 and c.ticket_id = $2`,
      [this.workspaceId, from, to],
    );
  }

  /** Puts one thread under a ticket; open unless another ticket holds it open. */
  async setThread(place: { ticketId: string; threadId: string; open: boolean }): Promise<void> {
    await this.sql.run(
      `insert into ticket_thread as tt (workspace_id, ticket_id, thread_id, open) values ($1, $2, $3, $4)
       on conflict (workspace_id, ticket_id, thread_id) do update set open = excluded.open`,
      [this.workspaceId, place.ticketId, place.threadId, place.open],
    );
  }

  async dropThread(ticketId: string, threadId: string): Promise<void> {
    await this.sql.run(
      'delete from ticket_thread as tt where tt.workspace_id = $1 and tt.ticket_id = $2 and tt.thread_id = $3',
      [this.workspaceId, ticketId, threadId],
    );
  }

  /** Where the thread's next message goes. */
  async setHome(threadId: string, ticketId: string | null): Promise<void> {
    await this.sql.run(
      'update thread as th set ticket_id = $3, version = th.version + 1 where th.workspace_id = $1 and th.id = $2',
      [this.workspaceId, threadId, ticketId],
    );
  }

  messagesOf(ticketId: string): Promise<string[]> {
    return this.ids('select m.id from message as m where m.workspace_id = $1 and m.ticket_id = $2 order by m.id', [
      ticketId,
    ]);
  }

  notesOf(ticketId: string): Promise<string[]> {
    return this.ids('select n.id from note as n where n.workspace_id = $1 and n.ticket_id = $2 order by n.id', [
      ticketId,
    ]);
  }

  threadsOf(ticketId: string): Promise<{ threadId: string; open: boolean }[]> {
    return this.sql.many(
      `select tt.thread_id as "threadId", tt.open from ticket_thread as tt
        where tt.workspace_id = $1 and tt.ticket_id = $2 order by tt.thread_id`,
      [this.workspaceId, ticketId],
    );
  }

  /** The messages of a ticket in some threads. */
  messagesIn(ticketId: string, threadIds: readonly string[]): Promise<string[]> {
    return this.ids(
      'select m.id from message as m where m.workspace_id = $1 and m.ticket_id = $2 and m.thread_id = any($3) order by m.id',
      [ticketId, threadIds],
    );
  }

  clockIds(ticketId: string): Promise<string[]> {
    return this.ids('select c.id from clock as c where c.workspace_id = $1 and c.ticket_id = $2 order by c.id', [
      ticketId,
    ]);
  }

  /** What a ticket says, as far as splitting it depends on it; oldest first. */
  said(ticketId: string): Promise<SplitMessage[]> {
    return this.sql.many<SplitMessage>(
      `select m.id, m.thread_id as "threadId", m.direction from message as m
        where m.workspace_id = $1 and m.ticket_id = $2 and m.state <> 'discarded' order by m.at, m.id`,
      [this.workspaceId, ticketId],
    );
  }

  private async ids(text: string, values: readonly unknown[]): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(text, [this.workspaceId, ...values]);
    return rows.map(({ id }) => id);
  }
}
