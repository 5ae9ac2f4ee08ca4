import { byTime, type Actor, type Conversation, type EarlierTicket } from '../../contract/index.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import { may } from '../../domain/team/policy.js';
import { asksOfTicket } from '../expert/ask.view.js';
import { snapshotCursor } from '../feed/feed.store.js';
import { draftsOfTicket } from '../message/draft.view.js';
import { messageViews } from '../message/message.view.js';
import type { Sql } from '../sql.js';
import { threadViews } from '../thread/thread.view.js';
import { HistoryStore } from './history.store.js';
import { ticketDetail } from './ticket-row.view.js';

const newestMessages = 200;

/** Everything a ticket's page shows; null when there is no such ticket in this agent's sight. */
export async function conversation(
  sql: Sql,
  workspaceId: number,
  ask: { ticketId: string; actor: Actor; rulesOf: RulesOf; now: Date },
): Promise<Conversation | null> {
  const { ticketId } = ask;
  const cursor = await snapshotCursor(sql, workspaceId);
  const detail = await ticketDetail(sql, workspaceId, ticketId);
  if (!detail) return null;
  const scope = { lane: detail.row.lane, ownerId: detail.row.owner?.id ?? null };
  if (!may(ask.actor, 'ticket.see', scope).ok) return null;

  const history = new HistoryStore(sql, workspaceId);
  const page = await messageViews(sql, workspaceId, { ticketId, before: null, limit: newestMessages });
  return {
    ticket: detail.row,
    why: detail.why,
    clocks: detail.clocks,
    threads: await threadViews(sql, workspaceId, { ticketId, threadId: null, rulesOf: ask.rulesOf, now: ask.now }),
    messages: page.messages.sort(byTime),
    links: detail.links,
    notes: (await history.notesOf(ticketId)).sort(byTime),
    drafts: await draftsOfTicket(sql, workspaceId, { ticketId, actor: ask.actor, scope }),
    asks: await asksOfTicket(sql, workspaceId, { ticketId, actor: ask.actor }),
    history: (await history.ofTicket(ticketId)).sort(byTime),
    earlier: await earlierTickets(sql, workspaceId, ticketId),
    olderMessages: page.older,
    cursor,
  };
}

/** The person's tickets that are older than this one, newest first. */
export async function earlierTickets(sql: Sql, workspaceId: number, ticketId: string): Promise<EarlierTicket[]> {
  const records = await sql.many<Omit<EarlierTicket, 'at'> & { at: Date }>(
    `select o.id, o.number::int as number, o.version, o.state, o.outcome, o.preview, o.last_activity_at as at
       from ticket as t
       join ticket as o on o.workspace_id = t.workspace_id and o.person_id = t.person_id and o.id < t.id
      where t.workspace_id = $1 and t.id = $2 order by o.id desc limit 50`,
    [workspaceId, ticketId],
  );
  return records.map((record) => ({ ...record, at: record.at.toISOString() }));
}
