import { lanesOfRole, type Availability, type Lane, type Role } from '../team/role.js';
import { reaches, type Origin, type Reach } from '../team/reach.js';
import type { SkillNeed } from './rule.js';
import type { Widening } from './widening.js';

/** Someone who might be given a ticket, as the database knows them now. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly languages: readonly string[];
  /** Levels, 1 to 3, by the name of the skill. */
  readonly skills: Readonly<Record<string, number>>;
  readonly teams: readonly string[];
  readonly availability: Availability;
  readonly absent: boolean;
  readonly connected: boolean;
  /** Their hours say that they work now; true for who has none. */
  readonly onShift: boolean;
  /** Outside their hours, but to be called for what cannot wait. */
  readonly onCall: boolean;
  readonly reach: Reach;
  /** They are being offered something just now. */
  readonly deciding: boolean;
  /** Slots taken: weighted open tickets. */
  readonly load: number;
  readonly capacity: number;
  readonly lastAssignedAt: Date | null;
}

export type Exclusion =
  | 'role'
  | 'team'
  | 'absent'
  | 'not-connected'
  | 'not-available'
  | 'off-shift'
  | 'account'
  | 'language'
  | 'skill'
  | 'full'
  | 'gave-back'
  | 'declined'
  | 'no-answer'
  | 'deciding';

export type Choice =
  | {
      readonly to: 'agent';
      readonly agent: Candidate;
      readonly because: 'last-owner' | 'stand-in' | 'least-busy' | 'on-call';
      readonly excluded: readonly Excluded[];
    }
  | { readonly to: 'queue'; readonly excluded: readonly Excluded[] };
export interface Excluded {
  readonly name: string;
  readonly because: Exclusion;
}

/** What work costs (rules, 2.2): a comment 1, a private message 2, a hot case 3; waiting for the customer a quarter. */
export function slotsOf(ticket: {
  readonly space: 'public' | 'private';
  readonly ours: boolean;
  readonly priority: number;
}): number {
  const weight = ticket.priority === 1 ? 3 : ticket.space === 'private' ? 2 : 1;
  return ticket.ours ? weight : weight / 4;
}

export interface TicketToGive extends Origin {
  readonly lane: Lane;
  readonly language: string | null;
  readonly skills: readonly SkillNeed[];
  /** Whose it is; null for everybody of the lane. */
  readonly teamId: string | null;
  readonly neighbourId: string | null;
  readonly widening: Widening;
  readonly slots: number;
  /** It cannot wait: who is on call may be called for it. */
  readonly urgent: boolean;
  /** Who knows the person, or does the work of the one who does and is away. */
  readonly lastOwnerId: string | null;
  readonly lastOwnerStandsIn: boolean;
  /** Who had it and gave it back. */
  readonly gaveBack: readonly string[];
  /** How long whoever is chosen may take to accept it; null: it is theirs at once. */
  readonly offerSeconds: number | null;
  readonly declined: readonly string[];
  /** Who was offered it and let the time run out. */
  readonly noAnswer: readonly string[];
}

/**
 * The last owner when eligible; then the lowest load ratio; then the longest since an assignment; then the id,
 * so that the answer never depends on the order of the candidates. Who is on call is called only when nobody else can.
 */
export function chooseAgent(ticket: TicketToGive, candidates: readonly Candidate[]): Choice {
  const excluded: Excluded[] = [];
  let best: Candidate | null = null;
  let called: Candidate | null = null;
  let lastOwner: Candidate | null = null;
  for (const agent of candidates) {
    const because = exclusion(agent, ticket);
    if (because === null) {
      if (agent.id === ticket.lastOwnerId) lastOwner = agent;
      best = better(best, agent);
      continue;
    }
    if (because !== 'role') excluded.push({ name: agent.name, because });
    if (because === 'off-shift' && mayBeCalled(agent, ticket)) called = better(called, agent);
  }
  return chosen(ticket, { lastOwner, best, called, excluded });
}

interface Found {
  readonly lastOwner: Candidate | null;
  readonly best: Candidate | null;
  readonly called: Candidate | null;
  readonly excluded: readonly Excluded[];
}

function chosen({ lastOwnerStandsIn }: TicketToGive, { lastOwner, best, called, excluded }: Found): Choice {
  if (lastOwner) {
    return { to: 'agent', agent: lastOwner, because: lastOwnerStandsIn ? 'stand-in' : 'last-owner', excluded };
  }
  if (best) return { to: 'agent', agent: best, because: 'least-busy', excluded };
  return called ? call(called, excluded) : { to: 'queue', excluded };
}

function better(best: Candidate | null, agent: Candidate): Candidate {
  return best === null || compare(agent, best) < 0 ? agent : best;
}

function call(agent: Candidate, excluded: readonly Excluded[]): Choice {
  const others = excluded.filter(({ name, because }) => name !== agent.name || because !== 'off-shift');
  return { to: 'agent', agent, because: 'on-call', excluded: others };
}

function compare(a: Candidate, b: Candidate): number {
  return a.load / a.capacity - b.load / b.capacity || idle(a) - idle(b) || (a.id < b.id ? -1 : 1);
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

/** Why this agent may not be given the ticket; the first reason that holds, null when none does. */
function exclusion(agent: Candidate, ticket: TicketToGive): Exclusion | null {
  if (!givenLanes[agent.role].includes(ticket.lane)) return 'role';
  return cannotNow(agent, ticket) ?? misfit(agent, ticket);
}

function cannotNow(agent: Candidate, ticket: TicketToGive): Exclusion | null {
  if (!isOfTeam(agent, ticket)) return 'team';
  if (agent.absent) return 'absent';
  const refused = refusedBefore(agent, ticket);
  if (refused !== null) return refused;
  if (!agent.connected) return 'not-connected';
  if (agent.availability !== 'available') return 'not-available';
  // One at a time: whoever reads an offer must not lose the next one meanwhile.
  if (ticket.offerSeconds !== null && agent.deciding) return 'deciding';
  return agent.onShift ? null : 'off-shift';
}

/** Nothing but the hour keeps it from them, and it cannot wait. */
function mayBeCalled(agent: Candidate, ticket: TicketToGive): boolean {
  return ticket.urgent && agent.onCall && misfit(agent, ticket) === null;
}

function refusedBefore({ id }: Candidate, ticket: TicketToGive): Exclusion | null {
  if (ticket.gaveBack.includes(id)) return 'gave-back';
  if (ticket.declined.includes(id)) return 'declined';
  return ticket.noAnswer.includes(id) ? 'no-answer' : null;
}

/** What keeps somebody from a ticket even when they ask for it. */
export function misfit(agent: Candidate, ticket: TicketToGive): Exclusion | null {
  if (!isOfTeam(agent, ticket)) return 'team';
  if (!reaches(agent.reach, ticket)) return 'account';
  if (ticket.language !== null && !agent.languages.includes(ticket.language)) return 'language';
  if (!hasSkills(agent, ticket)) return 'skill';
  return agent.load + ticket.slots > agent.capacity ? 'full' : null;
}

function isOfTeam({ teams }: Candidate, { teamId, neighbourId, widening }: TicketToGive): boolean {
  if (teamId === null || teams.includes(teamId)) return true;
  const helps = widening === 'neighbours' || widening === 'tray';
  return helps && neighbourId !== null && teams.includes(neighbourId);
}

function hasSkills(agent: Candidate, { skills, widening }: TicketToGive): boolean {
  return skills.every(({ name, level }) => {
    const has = agent.skills[name] ?? 0;
    return has >= (widening === 'as-asked' ? level : 1);
  });
}
