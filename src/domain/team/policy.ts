import { lanesOfRole, type Lane, type Role } from './role.js';

/** Who asks. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

/** The part of a ticket that rights depend on. */
export interface TicketScope {
  readonly lane: Lane;
  readonly ownerId: string | null;
}

export const ticketActs = [
  'ticket.see',
  'ticket.reply',
  'ticket.note',
  'ticket.take',
  'ticket.pick-any',
  'ticket.assign',
  'ticket.transfer',
  'ticket.close',
  'ticket.put-off',
  'ticket.put-off-late',
  'ticket.regroup',
  'ticket.classify',
  'message.moderate',
  'message.moderate-lightly',
  'message.edit-own',
  'ticket.ask',
  'draft.write',
  'draft.see',
  'pen.take',
  'pen.take-at-once',
] as const;
export const workspaceActs = [
  'agents.see',
  'agents.manage',
  'absences.manage',
  'accounts.see',
  'accounts.manage',
  'deliveries.see',
  'deliveries.replay',
  'brands.manage',
  'sla.see',
  'sla.manage',
  'routing.see',
  'routing.manage',
  'offers.see-all',
  'moderation.see',
  'moderation.manage',
  'tickets.bulk',
  'persons.see',
  'persons.change',
  'experts.see',
  'experts.manage',
  'asks.coach',
  'embargoes.manage',
  'approvals.see',
  'approvals.see-all',
  'approvals.manage',
] as const;
export type TicketAct = (typeof ticketActs)[number];
export type WorkspaceAct = (typeof workspaceActs)[number];
export type Act = TicketAct | WorkspaceAct;

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly because: 'role' | 'not-in-your-lanes' };

const everyone: readonly Role[] = ['adviser', 'community_manager', 'expert', 'team_lead', 'admin'];
const leads: readonly Role[] = ['team_lead', 'admin'];

/** The rights, as data: who may do what. A ticket act also needs the ticket to be in sight. */
export const rights: Readonly<Record<Act, readonly Role[]>> = {
  'ticket.see': everyone,
  'ticket.reply': everyone,
  'ticket.note': everyone,
  'ticket.take': everyone,
  // Who answers for the queue chooses freely; others choose among what presses most.
  'ticket.pick-any': ['community_manager', ...leads],
  'ticket.assign': ['community_manager', ...leads],
  'ticket.transfer': everyone,
  'ticket.close': everyone,
  'ticket.put-off': everyone,
  // Beyond what the customer was promised: only somebody who answers for the promise may decide that.
  'ticket.put-off-late': leads,
  'ticket.regroup': everyone,
  'ticket.classify': everyone,
  'message.moderate': ['community_manager', ...leads],
  'message.moderate-lightly': ['adviser', 'community_manager', ...leads],
  'message.edit-own': everyone,
  'ticket.ask': everyone,
  'draft.write': everyone,
  // Once its writer has shared it, or whoever asks has taken over from them.
  'draft.see': everyone,
  'pen.take': everyone,
  // Without asking whoever has it.
  'pen.take-at-once': leads,
  'agents.see': everyone,
  'agents.manage': ['admin'],
  'absences.manage': leads,
  'accounts.see': everyone,
  'accounts.manage': ['admin'],
  'deliveries.see': ['admin'],
  'deliveries.replay': ['admin'],
  'brands.manage': ['admin'],
  'sla.see': everyone,
  'sla.manage': leads,
  'routing.see': everyone,
  'routing.manage': leads,
  'offers.see-all': leads,
  'moderation.see': everyone,
  'moderation.manage': ['admin'],
  'tickets.bulk': everyone,
  'persons.see': everyone,
  'persons.change': ['adviser', 'community_manager', ...leads],
  'experts.see': everyone,
  'experts.manage': ['community_manager', ...leads],
  // Coaches see every lane, so the board of answers hides nothing from them.
  'asks.coach': ['community_manager', ...leads],
  'embargoes.manage': ['community_manager', 'admin'],
  // Who may approve one reply is told by the rule that asked for it, not by a role.
  'approvals.see': everyone,
  // They see every lane.
  'approvals.see-all': ['community_manager', ...leads],
  'approvals.manage': leads,
};

/**
 * The one policy function: REST, sockets, lists, counters and the console all ask it.
 * A ticket is in sight when it stands in a lane of the role, or in the actor's own hands.
 */
export function may(actor: Actor, act: Act, ticket?: TicketScope): Verdict {
  if (!rights[act].includes(actor.role)) return { ok: false, because: 'role' };
  if (ticket && !seesTicket(actor, ticket)) return { ok: false, because: 'not-in-your-lanes' };
  return { ok: true };
}

/** The sight rule alone. */
function seesTicket(actor: Actor, ticket: TicketScope): boolean {
  return ticket.ownerId === actor.id || lanesOfRole[actor.role].includes(ticket.lane);
}
