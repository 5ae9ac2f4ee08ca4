import type { Role } from '../../domain/team/role.js';
import type { Sql } from '../sql.js';
import { readScopedToken } from './scoped-token.js';

/** Is there nobody yet who could sign in? */
export async function needsSetUp(sql: Sql): Promise<boolean> {
  const row = await sql.one<{ needed: boolean }>(
    `select not exists (select 1 from agent as g where g.role = 'admin' and g.password_hash is not null) as needed`,
  );
  return row.needed;
}

/** Whom an invitation is for; null when it is unknown, old or used. */
export async function invitationView(
  sql: Sql,
  token: string,
): Promise<{ name: string; email: string; role: Role } | null> {
  const asked = readScopedToken(token);
  if (!asked) return null;
  return sql.maybe(
    `select g.name, g.email, g.role
       from link as l join agent as g on g.workspace_id = l.workspace_id and g.id = l.agent_id
      where l.workspace_id = $1 and l.token_hash = $2 and l.purpose = 'invitation' and l.used_at is null
        and l.expires_at > now() and g.disabled_at is null`,
    [asked.workspaceId, asked.hash],
  );
}
