import type { Sql } from '../sql.js';
import { readScopedToken } from '../team/scoped-token.js';

/** Who came in by a link: one person, for one question. */
export interface AskSession {
  readonly workspaceId: number;
  readonly askId: string;
  readonly agentId: string;
  readonly name: string;
}

/** Whom a session is of, while it lives and the question is still theirs. */
export function ownerOfAskSession(sql: Sql, token: string): Promise<AskSession | null> {
  const asked = readScopedToken(token);
  if (!asked) return Promise.resolve(null);
  return sql.maybe<AskSession>(
    `select l.workspace_id as "workspaceId", l.ask_id as "askId", g.id as "agentId", g.name
       from ask_link as l
       join ask as a on a.workspace_id = l.workspace_id and a.id = l.ask_id and a.expert_id = l.agent_id
       join agent as g on g.workspace_id = l.workspace_id and g.id = l.agent_id
      where l.workspace_id = $1 and l.session_hash = $2 and l.expires_at > now() and g.disabled_at is null`,
    [asked.workspaceId, asked.hash],
  );
}

/** Links to one question. Each opens on one device, and is of no use on a second one. */
export class AskLinkStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(link: { id: string; askId: string; agentId: string; tokenHash: string; expiresAt: Date }): Promise<void> {
    await this.sql.run(
      'insert into ask_link (workspace_id, id, ask_id, agent_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)',
      [this.workspaceId, link.id, link.askId, link.agentId, link.tokenHash, link.expiresAt],
    );
  }

  /** Uses a link up, and opens what it is good for; null when it is unknown, old or used. */
  open(tokenHash: string, by: { sessionHash: string; client: string }): Promise<{ askId: string } | null> {
    return this.sql.maybe(
      `update ask_link as l set session_hash = $3, client = $4, opened_at = now()
         from ask as a join agent as g on g.workspace_id = a.workspace_id and g.id = a.expert_id
        where l.workspace_id = $1 and l.token_hash = $2 and l.opened_at is null and l.expires_at > now()
          and a.workspace_id = l.workspace_id and a.id = l.ask_id and a.expert_id = l.agent_id and g.disabled_at is null
       returning l.ask_id as "askId"`,
      [this.workspaceId, tokenHash, by.sessionHash, by.client],
    );
  }

  /** Ends every link to a question, and whatever was opened with one. */
  revoke(askId: string): Promise<number> {
    return this.sql.run('delete from ask_link as l where l.workspace_id = $1 and l.ask_id = $2', [
      this.workspaceId,
      askId,
    ]);
  }
}
