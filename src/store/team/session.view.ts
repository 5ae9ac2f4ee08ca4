import type { SessionView } from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { idleMinutes } from './session.store.js';

interface SessionRecord extends Omit<SessionView, 'createdAt' | 'lastSeenAt' | 'expiresAt'> {
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Where an agent is signed in; `currentId` is the session that asks. */
export async function sessionViews(
  sql: Sql,
  workspaceId: number,
  ask: { agentId: string; currentId: string },
): Promise<SessionView[]> {
  const records = await sql.many<SessionRecord>(
    `select s.id, s.id = $3 as current, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
            s.expires_at as "expiresAt", s.client, s.address
       from session as s where s.workspace_id = $1 and s.agent_id = $2 and s.expires_at > now()
        and s.last_seen_at > now() - make_interval(mins => $4)
      order by s.last_seen_at desc, s.id`,
    [workspaceId, ask.agentId, ask.currentId, idleMinutes],
  );
  return records.map((record) => ({
    ...record,
    createdAt: record.createdAt.toISOString(),
    lastSeenAt: record.lastSeenAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
  }));
}
