import type { AgentRef, Instant } from './refs.js';

/** Somebody who writes to us, by all the names we know them under. */
export interface PersonPage {
  id: string;
  name: string;
  vip: boolean;
  identities: PersonIdentity[];
  suggestions: PersonSuggestion[];
  joins: PersonJoinView[];
}

export interface PersonIdentity {
  id: string;
  network: string;
  name: string;
  handle: string | null;
  avatarUrl: string | null;
  profileUrl: string | null;
  followers: number | null;
  /** Somebody confirmed that it is theirs; the others they brought with them. */
  joined: boolean;
}

/** Who somebody might be on another network. */
export interface PersonSuggestion {
  personId: string;
  name: string;
  network: string;
  handle: string | null;
  sameHandle: boolean;
  sameName: boolean;
  confidence: 'likely' | 'suggested';
}

/** Identities that somebody said are this person's; it can be undone. */
export interface PersonJoinView {
  id: string;
  /** The other person's name. */
  name: string;
  identityIds: string[];
  at: Instant;
  by: AgentRef;
}
