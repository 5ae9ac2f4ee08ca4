import { Refusal } from '../refusal.js';
import type { ApprovalState } from './approval-state.js';

/** A reply that waits, and who may decide about it now. */
interface Waiting {
  readonly state: ApprovalState;
  readonly authorId: string | null;
  readonly needed: number;
  readonly approvedBy: readonly string[];
  /** The customer has written since, and nobody has looked whether it still holds. */
  readonly held: boolean;
}

/** Refuses everybody but those who may decide about it now. */
export function mustDecide(
  waiting: Waiting,
  by: { readonly agentId: string; readonly mayAct: readonly string[] },
): void {
  const { state, authorId, approvedBy } = waiting;
  if (state !== 'pending') throw new Refusal('approval.state', { state });
  if (authorId === by.agentId) throw new Refusal('approval.not-yours', { because: 'own' });
  if (approvedBy.includes(by.agentId)) throw new Refusal('approval.not-yours', { because: 'already' });
  if (!by.mayAct.includes(by.agentId)) throw new Refusal('approval.not-yours', { because: 'not-approver' });
}

/**
 * Who has approved after this one has. Whoever changes the text takes it upon them: what others approved is not what it says
 * now.
 */
export function approve(
  waiting: Waiting,
  by: { readonly agentId: string; readonly mayAct: readonly string[]; readonly edits: boolean },
): { readonly approvedBy: readonly string[]; readonly goes: boolean } {
  mustDecide(waiting, by);
  if (waiting.held) throw new Refusal('approval.held', {});
  const approvedBy = [...(by.edits ? [] : waiting.approvedBy), by.agentId];
  return { approvedBy, goes: approvedBy.length >= waiting.needed };
}
