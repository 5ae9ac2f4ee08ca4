import type { Sql } from '../sql.js';
import { isFreeToGo } from './message.store.js';

/** A thread with a reply that may go now, or whose sending came to no end. */
export interface DueThread {
  readonly workspaceId: number;
  readonly threadId: string;
}

/** Everything that a connector must know of a reply, but its files. */
export interface OutboundFacts {
  readonly id: string;
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly answers: string | null;
  readonly thread: string;
  readonly space: 'public' | 'private';
  readonly fromPublic: string | null;
  readonly lastInboundAt: Date | null;
  readonly post: string | null;
  readonly personId: string;
  readonly handle: string | null;
  readonly language: string | null;
  readonly startedAt: Date;
}

export function outboundFacts(sql: Sql, workspaceId: number, messageId: string): Promise<OutboundFacts> {
  return sql.one<OutboundFacts>(
    `select m.id, m.text, m.file_ids as "fileIds", m.reply_to as answers, th.key as thread, th.space,
            th.from_public as "fromPublic", th.last_inbound_at as "lastInboundAt", p.external_id as post,
            i.external_id as "personId", i.handle, t.language,
            (select min(a.started_at) from attempt as a
              where a.workspace_id = m.workspace_id and a.message_id = m.id) as "startedAt"
       from message as m
       join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
       join identity as i on i.workspace_id = th.workspace_id and i.id = th.identity_id
       join ticket as t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
       left join post as p on p.workspace_id = th.workspace_id and p.id = th.post_id
      where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, messageId],
  );
}

/** Written before the call is made: after a crash it says that there may have been one. */
export async function openAttempt(
  sql: Sql,
  workspaceId: number,
  attempt: { readonly id: string; readonly messageId: string },
): Promise<void> {
  await sql.run(
    `insert into attempt (workspace_id, id, message_id, number)
     select $1, $2, $3, count(*) + 1 from attempt as a where a.workspace_id = $1 and a.message_id = $3`,
    [workspaceId, attempt.id, attempt.messageId],
  );
}

export async function closeAttempt(
  sql: Sql,
  workspaceId: number,
  end: { readonly id: string; readonly outcome: string; readonly code: string | null; readonly detail: string | null },
): Promise<void> {
  await sql.run(
    `update attempt as a set finished_at = now(), outcome = $3, code = $4, detail = $5
      where a.workspace_id = $1 and a.id = $2`,
    [workspaceId, end.id, end.outcome, end.code, end.detail],
  );
}

/**
 * The threads with something to do now: a reply that waits and may go, one whose sender fell silent, or one in doubt
 * whose time to look has come. The queue of jobs brings them sooner; this finds what it lost.
 */
export function dueThreads(sql: Sql, limit: number): Promise<DueThread[]> {
  return sql.many<DueThread>(
    `select distinct m.workspace_id as "workspaceId", m.thread_id as "threadId"
       from message as m
       join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
       join account as a on a.workspace_id = th.workspace_id and a.id = th.account_id
      where m.state in ('queued', 'sending', 'unknown') and a.state in ('active', 'restricted')
        and (a.paused_until is null or a.paused_until <= now())
        and (m.next_try_at <= now() or (m.state = 'queued' and m.next_try_at is null))
        and (m.state <> 'queued' or m.scheduled_at is null or m.scheduled_at <= now())
        and (m.state <> 'queued' or ${isFreeToGo('m')})
      limit $1`,
    [limit],
  );
}

/** The threads of an account that hold replies: it works again. */
export function heldThreads(sql: Sql, workspaceId: number, accountId: string): Promise<DueThread[]> {
  return sql.many<DueThread>(
    `select distinct m.workspace_id as "workspaceId", m.thread_id as "threadId"
       from message as m join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
      where m.workspace_id = $1 and th.account_id = $2 and m.state in ('queued', 'unknown')`,
    [workspaceId, accountId],
  );
}
