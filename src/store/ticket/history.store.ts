import type { HistoryCode, HistoryLine, NoteView } from '../../contract/index.js';
import type { Sql } from '../sql.js';

export interface NewLine {
  readonly id: string;
  readonly ticketId: string;
  readonly agentId: string | null;
  readonly code: HistoryCode;
  readonly facts: Readonly<Record<string, string>>;
}

type LineRecord = Omit<HistoryLine, 'at' | 'actor'> & { at: Date; agentId: string | null; agentName: string | null };
type NoteRecord = Omit<NoteView, 'at' | 'author'> & { at: Date; agentId: string; agentName: string };

export class HistoryStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async addAll(lines: readonly NewLine[]): Promise<HistoryLine[]> {
    await this.sql.run(
      `insert into history (workspace_id, id, ticket_id, agent_id, code, facts, at)
       select $1, r.id, r."ticketId", r."agentId", r.code, r.facts, clock_timestamp()
         from jsonb_to_recordset($2) as r (id uuid, "ticketId" uuid, "agentId" uuid, code text, facts jsonb)`,
      [this.workspaceId, JSON.stringify(lines)],
    );
    return this.lines(
      'h.id = any($2)',
      lines.map(({ id }) => id),
    );
  }

  ofTicket(ticketId: string): Promise<HistoryLine[]> {
    return this.lines('h.ticket_id = $2', ticketId);
  }

  private async lines(condition: string, value: string | readonly string[]): Promise<HistoryLine[]> {
    const records = await this.sql.many<LineRecord>(
      `select h.id, h.ticket_id as "ticketId", h.at, h.code, h.facts, g.id as "agentId", g.name as "agentName"
         from history as h left join agent as g on g.workspace_id = h.workspace_id and g.id = h.agent_id
        where h.workspace_id = $1 and ${condition} order by h.at, h.id`,
      [this.workspaceId, value],
    );
    return records.map(({ agentId, agentName, ...line }) => ({
      ...line,
      at: line.at.toISOString(),
      actor: agentId !== null && agentName !== null ? { id: agentId, name: agentName } : null,
    }));
  }

  /** A note, once for each `clientId`: the same one again answers the first. */
  async addNote(note: {
    id: string;
    ticketId: string;
    agentId: string;
    text: string;
    clientId: string;
  }): Promise<{ note: NoteView; isNew: boolean }> {
    const touched = await this.sql.run(
      `insert into note (workspace_id, id, ticket_id, agent_id, text, client_id, at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp()) on conflict (workspace_id, client_id) do nothing`,
      [this.workspaceId, note.id, note.ticketId, note.agentId, note.text, note.clientId],
    );
    const [view] = await this.notes('n.client_id = $2', note.clientId);
    if (!view) throw new Error('a note that was written could not be read');
    return { note: view, isNew: touched === 1 };
  }

  notesOf(ticketId: string): Promise<NoteView[]> {
    return this.notes('n.ticket_id = $2', ticketId);
  }

  private async notes(condition: string, value: string): Promise<NoteView[]> {
    const records = await this.sql.many<NoteRecord>(
      `select n.id, n.ticket_id as "ticketId", n.text, n.at, g.id as "agentId", g.name as "agentName"
         from note as n join agent as g on g.workspace_id = n.workspace_id and g.id = n.agent_id
        where n.workspace_id = $1 and ${condition} order by n.at, n.id`,
      [this.workspaceId, value],
    );
    return records.map(({ agentId, agentName, ...note }) => ({
      ...note,
      at: note.at.toISOString(),
      author: { id: agentId, name: agentName },
    }));
  }
}
