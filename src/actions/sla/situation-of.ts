import type { Situation } from '../../domain/sla/situation.js';
import type { TicketState } from '../../domain/ticket/ticket-state.js';
import type { CountedTicket } from '../../store/ticket/ticket-facts.js';
import type { Ticket, TicketChange } from '../../store/ticket/ticket.store.js';

/** A ticket as its clocks see it, once the change is made that is being made. */
export function situationOf(
  ticket: Pick<Ticket, 'state' | 'outcome' | 'closedAt' | 'ownerId' | 'teamId'>,
  facts: CountedTicket,
  by: { readonly state: TicketState; readonly change?: TicketChange | undefined; readonly now: Date },
): Situation {
  const { state, change = {}, now } = by;
  const { lane, topic, priority } = { ...facts.judged, ...change };
  const reopens = ticket.state === 'closed' && state !== 'closed';
  return {
    facts,
    state,
    outcome: change.outcome === undefined ? ticket.outcome : change.outcome,
    waitingFor: change.waitingFor === undefined ? facts.waitingFor : change.waitingFor,
    ownerId: state === 'closed' ? null : change.ownerId === undefined ? ticket.ownerId : change.ownerId,
    wasClosedAt: reopens ? ticket.closedAt : null,
    judged: { ...facts.judged, lane, topic, priority },
    changesTeam: change.teamId !== undefined && change.teamId !== ticket.teamId,
    now,
  };
}
