import {
  seesDraft,
  sightOf,
  type Actor,
  type DraftList,
  type DraftRevision,
  type DraftView,
  type FileView,
  type TicketScope,
} from '../../contract/index.js';
import { snapshotCursor } from '../feed/feed.store.js';
import type { Sql } from '../sql.js';

type DraftRecord = Omit<DraftView, 'at'> & { at: Date };

/** Of the ids in a column, in their order; a file that is gone is left out. */
const filesOf = (column: string): string => `coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) order by x.place)
      from unnest(${column}) with ordinality as x (id, place)
      join file as f on f.workspace_id = d.workspace_id and f.id = x.id), '[]')`;

const select = `select d.id, d.ticket_id as "ticketId", jsonb_build_object('id', g.id, 'name', g.name) as author, d.mode,
    d.version, d.revision, d.text, d.line, d.language, d.thread_id as "threadId", d.account_id as "accountId",
    ${filesOf('d.file_ids')} as files, d.shared, d.shown_to as "shownTo", d.changed_at as at, d.ended_as as ended
  from draft as d join agent as g on g.workspace_id = d.workspace_id and g.id = d.author_id
 where d.workspace_id = $1`;

export async function draftView(sql: Sql, workspaceId: number, id: string): Promise<DraftView> {
  return toView(await sql.one<DraftRecord>(`${select} and d.id = $2`, [workspaceId, id]));
}

/** What this agent may read of what is written on a ticket. */
export async function draftsOfTicket(
  sql: Sql,
  workspaceId: number,
  ask: { readonly ticketId: string; readonly actor: Actor; readonly scope: TicketScope },
): Promise<DraftView[]> {
  const records = await sql.many<DraftRecord>(`${select} and d.ticket_id = $2 and d.ended_as is null order by d.id`, [
    workspaceId,
    ask.ticketId,
  ]);
  return records.map(toView).filter((draft) => seesDraft(ask.actor, sightOf(draft), ask.scope));
}

const mostDrafts = 200;

/** All that this agent has not sent, newest first, wherever its ticket stands by now. */
export async function draftsOf(
  sql: Sql,
  { workspaceId, id }: Pick<Actor, 'id'> & { readonly workspaceId: number },
): Promise<DraftList> {
  const cursor = await snapshotCursor(sql, workspaceId);
  const records = await sql.many<DraftRecord>(
    `${select} and d.author_id = $2 and d.ended_as is null order by d.changed_at desc, d.id limit $3`,
    [workspaceId, id, mostDrafts],
  );
  return { drafts: records.map(toView), cursor };
}

/** How a draft stood before, newest first; null when it is not this agent's. */
export async function draftRevisions(
  sql: Sql,
  { workspaceId, id: authorId }: Pick<Actor, 'id'> & { readonly workspaceId: number },
  draftId: string,
): Promise<DraftRevision[] | null> {
  const own = await sql.maybe(
    'select d.id from draft as d where d.workspace_id = $1 and d.id = $2 and d.author_id = $3',
    [workspaceId, draftId, authorId],
  );
  if (!own) return null;
  const records = await sql.many<Omit<DraftRevision, 'at' | 'files'> & { at: Date; files: FileView[] }>(
    `select d.revision, d.text, d.line, d.at, ${filesOf('d.file_ids')} as files
       from draft_revision as d where d.workspace_id = $1 and d.draft_id = $2 order by d.revision desc`,
    [workspaceId, draftId],
  );
  return records.map((record) => ({ ...record, at: record.at.toISOString() }));
}

function toView({ at, ...record }: DraftRecord): DraftView {
  return { ...record, at: at.toISOString() };
}
