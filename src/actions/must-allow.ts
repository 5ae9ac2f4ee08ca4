import { Refusal } from '../domain/refusal.js';
import { may, type Act, type Actor, type TicketScope } from '../domain/team/policy.js';

/** Throws unless the policy allows it. A ticket out of sight is answered like one that does not exist. */
export function mustAllow(actor: Actor, act: Act, ticket?: TicketScope): void {
  const verdict = may(actor, act, ticket);
  if (verdict.ok) return;
  if (verdict.because === 'not-in-your-lanes') throw new Refusal('not-found', { what: 'ticket' });
  throw new Refusal('not-allowed', { act, because: verdict.because });
}
