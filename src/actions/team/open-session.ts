import type { Agent } from '../../store/team/agent.store.js';
import { newScopedToken } from '../../store/team/scoped-token.js';
import type { Work } from '../../store/work.js';
import { newId } from '../../platform/ids.js';
import type { Client } from './client.js';

/** However much it is used, a session ends after this; unused, much earlier. */
const sessionDays = 14;
const day = 86_400_000;

export interface OpenedSession {
  readonly workspaceId: number;
  readonly agentId: string;
  readonly sessionId: string;
  /** Known to the client alone: only its hash is stored. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs an agent in: always a new session, so that nobody can prepare one for somebody else. */
export async function openSession(
  tx: Work,
  agent: Pick<Agent, 'id'>,
  { client, now }: { client: Client; now: Date },
): Promise<OpenedSession> {
  const token = newScopedToken(tx.workspaceId);
  const sessionId = newId();
  const expiresAt = new Date(now.getTime() + sessionDays * day);
  await tx.sessions.add({
    id: sessionId,
    agentId: agent.id,
    tokenHash: token.hash,
    client: client.name.slice(0, 200),
    address: client.address,
    expiresAt,
  });
  // Who signs in has come to work; whoever has not says so.
  if (await tx.agents.comeOnline(agent.id)) await tx.tell({ type: 'team.changed' });
  return { workspaceId: tx.workspaceId, agentId: agent.id, sessionId, token: token.text, expiresAt };
}
