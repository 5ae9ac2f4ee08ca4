import type { AgentRef, PenView } from '../../contract/index.js';
import { penAt } from '../../domain/ticket/pen.js';
import type { Sql } from '../sql.js';

/** The pen of a ticket `t`, with the names of who has it and who asks for it. */
export const penFields = `clock_timestamp() as now, pen.until, pen.asked_until as "askedUntil",
  jsonb_build_object('id', ph.id, 'name', ph.name) as holder, jsonb_build_object('id', pa.id, 'name', pa.name) as asker`;

export const penTables = `left join pen on pen.workspace_id = t.workspace_id and pen.ticket_id = t.id
  left join agent as ph on ph.workspace_id = pen.workspace_id and ph.id = pen.agent_id
  left join agent as pa on pa.workspace_id = pen.workspace_id and pa.id = pen.asked_by`;

export interface PenRecord {
  readonly now: Date;
  readonly until: Date | null;
  readonly askedUntil: Date | null;
  /** Nobody is a reference without an id. */
  readonly holder: AgentRef | { readonly id: null };
  readonly asker: AgentRef | { readonly id: null };
}

/** Who has it by now, whatever was written down last. */
export function toPenView({ now, until, askedUntil, holder, asker }: PenRecord): PenView | null {
  if (holder.id === null || until === null) return null;
  const asked = asker.id !== null && askedUntil !== null ? { by: asker.id, until: askedUntil } : null;
  const pen = penAt({ agentId: holder.id, until, asked }, now);
  if (!pen) return null;
  const named = asker.id !== null && pen.agentId === asker.id ? asker : holder;
  return {
    agent: named,
    until: pen.until.toISOString(),
    asked: pen.asked && asker.id !== null ? { by: asker, until: pen.asked.until.toISOString() } : null,
  };
}

export async function penView(sql: Sql, workspaceId: number, ticketId: string): Promise<PenView | null> {
  const record = await sql.one<PenRecord>(
    `select ${penFields} from ticket as t ${penTables} where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, ticketId],
  );
  return toPenView(record);
}
