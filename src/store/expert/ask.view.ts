import {
  askSeenBy,
  mostAsks,
  type Actor,
  type AgentRef,
  type AskList,
  type AskListName,
  type AskView,
} from '../../contract/index.js';
import { answeredStates, awaitedStates, type AskState } from '../../domain/expert/ask-state.js';
import { holdingReply } from '../../domain/expert/holding-reply.js';
import { snapshotCursor } from '../feed/feed.store.js';
import type { Sql } from '../sql.js';
import { instant } from '../ticket/ticket-row.view.js';

type AskRecord = Omit<AskView, 'at' | 'dueAt' | 'laterUntil' | 'holdingReply'> & {
  at: Date;
  dueAt: Date;
  laterUntil: Date | null;
  language: string | null;
  reviewer: AgentRef | null;
};

const who = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const select = `select a.id, a.ticket_id as "ticketId", t.number::int as "ticketNumber", a.version, a.state, a.mode, a.topic,
    a.question, a.unmasked, ${who('k')} as asker, ${who('x')} as expert, a.signature,
    a.asked_at as at, a.due_at as "dueAt", a.warned_at is not null as warned, a.later_until as "laterUntil", a.draft,
    a.draft_revision as "draftRevision", a.advice, case when r.id is not null then ${who('r')} end as reviewer, a.answer,
    a.message_id as "messageId", a.language
  from ask as a
  join ticket as t on t.workspace_id = a.workspace_id and t.id = a.ticket_id
  join agent as k on k.workspace_id = a.workspace_id and k.id = a.asker_id
  join agent as x on x.workspace_id = a.workspace_id and x.id = a.expert_id
  left join agent as r on r.workspace_id = a.workspace_id and r.id = a.reviewer_id`;

export async function askView(sql: Sql, workspaceId: number, id: string): Promise<AskView> {
  return toView(await sql.one<AskRecord>(`${select} where a.workspace_id = $1 and a.id = $2`, [workspaceId, id]));
}

/** The questions of a ticket, in the order in which they were asked. */
export async function asksOfTicket(
  sql: Sql,
  workspaceId: number,
  ask: { readonly ticketId: string; readonly actor: Actor },
): Promise<AskView[]> {
  const records = await sql.many<AskRecord>(`${select} where a.workspace_id = $1 and a.ticket_id = $2 order by a.id`, [
    workspaceId,
    ask.ticketId,
  ]);
  return records.map((record) => askSeenBy(ask.actor, toView(record)));
}

const statesOf: Readonly<Record<Exclude<AskListName, 'mine'>, readonly AskState[]>> = {
  'to-review': ['in_review'],
  waiting: awaitedStates,
  published: answeredStates,
};

/** One list, newest first, with the cursor from which live events go on. */
export async function askList(
  sql: Sql,
  { workspaceId, ...actor }: Actor & { readonly workspaceId: number },
  name: AskListName,
): Promise<AskList> {
  const cursor = await snapshotCursor(sql, workspaceId);
  const isMine = name === 'mine';
  const records = await sql.many<AskRecord>(
    `${select} where a.workspace_id = $1 and ${isMine ? '(a.expert_id = $2 or a.asker_id = $2)' : 'a.state = any($2)'}
      order by a.id desc limit $3`,
    [workspaceId, isMine ? actor.id : statesOf[name], mostAsks],
  );
  return { asks: records.map((record) => askSeenBy(actor, toView(record))), cursor };
}

function toView({ language, at, dueAt, laterUntil, ...record }: AskRecord): AskView {
  return {
    ...record,
    at: at.toISOString(),
    dueAt: dueAt.toISOString(),
    laterUntil: instant(laterUntil),
    holdingReply: holdingReply(language),
  };
}
