import { lanesOfRole, type Availability, type Lane, type Role } from '../team/role.js';

/** Someone who might be given a ticket, as the database knows them now. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly languages: readonly string[];
  readonly availability: Availability;
  readonly connected: boolean;
  /** Slots taken: weighted open tickets. */
  readonly load: number;
  readonly capacity: number;
  readonly lastAssignedAt: Date | null;
}

export type Exclusion = 'role' | 'not-connected' | 'not-available' | 'language' | 'full' | 'gave-back';

export type Choice =
  | {
      readonly to: 'agent';
      readonly agent: Candidate;
      readonly because: 'last-owner' | 'least-busy';
      readonly excluded: readonly Excluded[];
    }
  | { readonly to: 'queue'; readonly excluded: readonly Excluded[] };
export interface Excluded {
  readonly name: string;
  readonly because: Exclusion;
}

/** What work costs (rules, 2.2): a comment 1, a private message 2; waiting for the customer a quarter. */
export function slotsOf(ticket: { readonly space: 'public' | 'private'; readonly ours: boolean }): number {
  const weight = ticket.space === 'private' ? 2 : 1;
  return ticket.ours ? weight : weight / 4;
}

export interface TicketToGive {
  readonly lane: Lane;
  readonly language: string | null;
  readonly slots: number;
  readonly lastOwnerId: string | null;
  /** Who had it and gave it back. */
  readonly gaveBack: readonly string[];
}

/**
 * The last owner when eligible; then the lowest load ratio; then the longest since an assignment; then the id,
 * so that the answer never depends on the order of the candidates.
 */
export function chooseAgent(ticket: TicketToGive, candidates: readonly Candidate[]): Choice {
  const judged = candidates.map((agent) => ({ agent, because: exclusion(agent, ticket) }));
  const excluded = judged.flatMap(({ agent, because }) =>
    because && because !== 'role' ? [{ name: agent.name, because }] : [],
  );
  const eligible = judged.filter(({ because }) => because === null).map(({ agent }) => agent);

  const lastOwner = eligible.find(({ id }) => id === ticket.lastOwnerId);
  if (lastOwner) return { to: 'agent', agent: lastOwner, because: 'last-owner', excluded };

  const [best] = eligible.toSorted(
    (a, b) => a.load / a.capacity - b.load / b.capacity || idle(a) - idle(b) || (a.id < b.id ? -1 : 1),
  );
  return best ? { to: 'agent', agent: best, because: 'least-busy', excluded } : { to: 'queue', excluded };
}

function idle(agent: Candidate): number {
  return agent.lastAssignedAt?.getTime() ?? 0;
}

/** People whose main lane is another one are not given work of it unasked; they may still take it. */
const givenLanes: Readonly<Record<Role, readonly Lane[]>> = {
  ...lanesOfRole,
  community_manager: ['community'],
  team_lead: [],
  admin: [],
};

/** The lanes whose work somebody is given unasked. */
export function lanesGivenTo(role: Role): readonly Lane[] {
  return givenLanes[role];
}

function exclusion(agent: Candidate, ticket: TicketToGive): Exclusion | null {
  if (!givenLanes[agent.role].includes(ticket.lane)) return 'role';
  if (ticket.gaveBack.includes(agent.id)) return 'gave-back';
  if (!agent.connected) return 'not-connected';
  if (agent.availability !== 'available') return 'not-available';
  if (ticket.language !== null && !agent.languages.includes(ticket.language)) return 'language';
  if (agent.load + ticket.slots > agent.capacity) return 'full';
  return null;
}
