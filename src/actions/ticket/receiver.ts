import { Refusal } from '../../domain/refusal.js';
import { standInFor } from '../../domain/team/absence.js';
import type { Agent } from '../../store/team/agent.store.js';
import type { Work } from '../../store/work.js';

interface Receiver {
  readonly to: Agent;
  /** Why it is not whoever was named. */
  readonly reason: Readonly<Record<string, string>>;
}

/** Who gets what is meant for somebody: they themselves, or their stand-in while they are away. Who has left is given nothing. */
export async function receiver(tx: Work, id: string): Promise<Receiver> {
  const agent = await activeAgent(tx, id);
  if (!agent) throw new Refusal('not-found', { what: 'agent' });
  const standInId = standInFor(await tx.absences.now(), id);
  if (standInId === id) return { to: agent, reason: {} };
  const standIn = standInId === null ? null : await activeAgent(tx, standInId);
  if (!standIn) throw new Refusal('agent.absent', { name: agent.name });
  return { to: standIn, reason: { because: 'stand-in', for: agent.name } };
}

async function activeAgent(tx: Work, id: string): Promise<Agent | null> {
  const agent = await tx.agents.find(id);
  return agent?.disabledAt === null ? agent : null;
}
