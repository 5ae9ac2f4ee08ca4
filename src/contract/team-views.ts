import type { Reach } from '../domain/team/reach.js';
import type { Availability, Role } from '../domain/team/role.js';
import type { AgentRef, Instant } from './refs.js';

export interface AgentView {
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: string[];
  /** Levels, 1 to 3, by the name of the skill. */
  skills: Record<string, number>;
  /** The calendar by which they work; null for always. */
  shiftId: string | null;
  /** The calendar by which they are called outside their hours, for what cannot wait; null for never. */
  onCallId: string | null;
  /** Which accounts they are given work of, and may take it of. */
  reach: Reach;
  capacity: number;
  /** Rules of approval may look at it. */
  inTraining: boolean;
  availability: Availability;
  connected: boolean;
  openTickets: number;
  /** While they are away: until when, and who does their work. */
  absence: { until: Instant; standIn: AgentRef | null } | null;
  disabled: boolean;
}

export interface Me {
  agent: { id: string; name: string; email: string; role: Role; locale: 'fr' | 'en'; availability: Availability };
  /** How they chose their tickets in the last seven days, and how often they may still pass over one today; null: always. */
  picks: { picked: number; passedOver: number; skipsLeft: number | null };
  workspace: { id: number; name: string; demo: boolean };
  version: string;
}

export interface SessionView {
  id: string;
  current: boolean;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  client: string;
  address: string;
}

export interface SetUpView {
  needed: boolean;
  /** Whom a visitor of the demo may sign in as; null outside it. */
  demo: { name: string; email: string; password: string; role: Role }[] | null;
}

export interface InvitationView {
  name: string;
  email: string;
  role: Role;
}

export interface InvitedView {
  agent: AgentView;
  /** To be handed to the person; it is shown this once. */
  invitationUrl: string;
}
