import type { Role } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';
import { readScopedToken } from './scoped-token.js';

export interface SessionOwner {
  readonly workspaceId: number;
  readonly sessionId: string;
  readonly agentId: string;
  readonly name: string;
  readonly role: Role;
  /** It was last seen some time ago: worth noting that it is in use. */
  readonly stale: boolean;
}

/** Minutes without a request after which a session ends by itself. */
export const idleMinutes = 12 * 60;

/** Who a token belongs to, while its session lives and its agent may work. Hashed: the token itself is never stored. */
export function ownerOfToken(sql: Sql, token: string): Promise<SessionOwner | null> {
  const asked = readScopedToken(token);
  if (!asked) return Promise.resolve(null);
  return sql.maybe<SessionOwner>(
    `select s.workspace_id as "workspaceId", s.id as "sessionId", g.id as "agentId", g.name, g.role,
            s.last_seen_at < now() - interval '1 minute' as stale
       from session as s join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
      where s.workspace_id = $1 and s.token_hash = $2 and s.expires_at > now() and g.disabled_at is null
        and s.last_seen_at > now() - make_interval(mins => ${String(idleMinutes)})`,
    [asked.workspaceId, asked.hash],
  );
}

interface LivingSession {
  readonly role: Role;
  /** Of its workspace's feed. */
  readonly epoch: string;
}

/** Which of these sessions still live: asked for every open socket at each beat. */
export async function livingSessions(sql: Sql, ids: readonly string[]): Promise<Map<string, LivingSession>> {
  const rows = await sql.many<LivingSession & { id: string }>(
    `select s.id, g.role, w.epoch
       from session as s join agent as g on g.workspace_id = s.workspace_id and g.id = s.agent_id
       join workspace as w on w.id = s.workspace_id
      where s.id = any($1::uuid[]) and s.expires_at > now() and g.disabled_at is null
        and s.last_seen_at > now() - make_interval(mins => ${String(idleMinutes)})`,
    [ids],
  );
  return new Map(rows.map(({ id, ...session }) => [id, session]));
}

export class SessionStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(session: {
    id: string;
    agentId: string;
    tokenHash: string;
    client: string;
    address: string;
    expiresAt: Date;
  }): Promise<void> {
    await this.forgetEnded(session.agentId);
    await this.sql.run(
      `insert into session (workspace_id, id, agent_id, token_hash, client, address, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.workspaceId,
        session.id,
        session.agentId,
        session.tokenHash,
        session.client,
        session.address,
        session.expiresAt,
      ],
    );
  }

  /** Those that have ended by themselves are of no more use. */
  private async forgetEnded(agentId: string): Promise<void> {
    await this.sql.run(
      `delete from session as s where s.workspace_id = $1 and s.agent_id = $2
          and (s.expires_at < now() or s.last_seen_at < now() - make_interval(mins => $3))`,
      [this.workspaceId, agentId, idleMinutes],
    );
  }

  /** Once a minute is enough for "last seen", and spares a write on each request. */
  async seen(id: string): Promise<void> {
    await this.sql.run(
      `update session as s set last_seen_at = now()
        where s.workspace_id = $1 and s.id = $2 and s.last_seen_at < now() - interval '1 minute'`,
      [this.workspaceId, id],
    );
  }

  /** All of an agent's sessions but this one. */
  async endOthers(agentId: string, keptId: string): Promise<void> {
    await this.sql.run('delete from session as s where s.workspace_id = $1 and s.agent_id = $2 and s.id <> $3', [
      this.workspaceId,
      agentId,
      keptId,
    ]);
  }

  /** Ends one session of an agent, or all of them; they are refused from the next request on. */
  end(agentId: string, id: string | null): Promise<number> {
    return this.sql.run(
      'delete from session as s where s.workspace_id = $1 and s.agent_id = $2 and ($3::uuid is null or s.id = $3)',
      [this.workspaceId, agentId, id],
    );
  }
}

/** One-time links: to set up a workspace, to accept an invitation. Hashed like tokens. */
export class LinkStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(link: {
    id: string;
    purpose: 'set-up' | 'invitation';
    agentId: string | null;
    tokenHash: string;
    expiresAt: Date;
  }): Promise<void> {
    await this.sql.run(
      'insert into link (workspace_id, id, purpose, agent_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)',
      [this.workspaceId, link.id, link.purpose, link.agentId, link.tokenHash, link.expiresAt],
    );
  }

  /** The newest link of a kind ends those before it. */
  async endOthers(purpose: 'set-up' | 'invitation', agentId: string | null): Promise<void> {
    await this.sql.run(
      `update link as l set used_at = now() where l.workspace_id = $1 and l.purpose = $2
          and l.agent_id is not distinct from $3 and l.used_at is null`,
      [this.workspaceId, purpose, agentId],
    );
  }

  peek(purpose: 'set-up' | 'invitation', tokenHash: string): Promise<{ agentId: string | null } | null> {
    return this.sql.maybe(
      `select l.agent_id as "agentId" from link as l
        where l.workspace_id = $1 and l.purpose = $2 and l.token_hash = $3 and l.used_at is null and l.expires_at > now()`,
      [this.workspaceId, purpose, tokenHash],
    );
  }

  /** Uses a link up; null when it is unknown, old or used. */
  use(purpose: 'set-up' | 'invitation', tokenHash: string): Promise<{ agentId: string | null } | null> {
    return this.sql.maybe(
      `update link as l set used_at = now()
        where l.workspace_id = $1 and l.purpose = $2 and l.token_hash = $3 and l.used_at is null and l.expires_at > now()
       returning l.agent_id as "agentId"`,
      [this.workspaceId, purpose, tokenHash],
    );
  }
}
