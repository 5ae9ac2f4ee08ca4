import type { AgentView } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { agentViews } from '../../store/team/agent.view.js';
import type { Work } from '../../store/work.js';

/** An agent as the transaction leaves them. */
export async function agentViewIn(tx: Work, agentId: string): Promise<AgentView> {
  const [view] = await agentViews(tx.sql, tx.workspaceId, agentId);
  if (!view) throw new Refusal('not-found', { what: 'agent' });
  return view;
}
