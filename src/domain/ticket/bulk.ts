import { may, type Actor } from '../team/policy.js';
import type { Lane } from '../team/role.js';
import type { Outcome, TicketState } from './ticket-state.js';

export const bulkActNames = ['take', 'assign', 'transfer', 'close', 'priority', 'topic'] as const;

/** One act upon many tickets. */
export type BulkAct =
  | { readonly act: 'take' }
  | { readonly act: 'assign'; readonly agentId: string }
  | { readonly act: 'transfer'; readonly lane: Lane; readonly note: string }
  | { readonly act: 'close'; readonly outcome: Outcome }
  | { readonly act: 'priority'; readonly priority: number }
  | { readonly act: 'topic'; readonly topic: string | null };

export interface BulkTicket {
  readonly state: TicketState;
  readonly lane: Lane;
  readonly ownerId: string | null;
  readonly priority: number;
  readonly topic: string | null;
}

/** Why a ticket is left as it is. `changed`: somebody has changed it since, so that nothing is undone on it. */
export type SkipReason = 'not-found' | 'not-allowed' | 'closed' | 'taken' | 'already' | 'changed' | 'failed';

const rightOf = {
  take: 'ticket.take',
  assign: 'ticket.assign',
  transfer: 'ticket.transfer',
  close: 'ticket.close',
  priority: 'ticket.classify',
  topic: 'ticket.classify',
} as const;

/** Null when the act changes the ticket. The preview and the act itself both ask this. */
export function bulkSkip(actor: Actor, act: BulkAct, ticket: BulkTicket): SkipReason | null {
  const verdict = may(actor, rightOf[act.act], ticket);
  if (!verdict.ok) return verdict.because === 'role' ? 'not-allowed' : 'not-found';
  if (ticket.state === 'closed') return 'closed';
  if (isSoAlready(actor, act, ticket)) return 'already';
  const isTaken = act.act === 'take' && ticket.ownerId !== null;
  return isTaken && !may(actor, 'ticket.assign', ticket).ok ? 'taken' : null;
}

function isSoAlready(actor: Actor, act: BulkAct, ticket: BulkTicket): boolean {
  switch (act.act) {
    case 'take':
      return ticket.ownerId === actor.id;
    case 'assign':
      return ticket.ownerId === act.agentId;
    case 'transfer':
      return ticket.lane === act.lane;
    case 'close':
      return false;
    case 'priority':
      return ticket.priority === act.priority;
    case 'topic':
      return ticket.topic === act.topic;
  }
}
