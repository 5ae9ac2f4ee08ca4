import type { Lane } from '../team/role.js';

export const teamModes = ['push', 'pull'] as const;
/** Are its people given work, or do they ask for it? */
export type TeamMode = (typeof teamModes)[number];

export interface TeamFacts {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly mode: TeamMode;
  /** Who helps out when nobody of the team can. */
  readonly neighbourId: string | null;
  readonly members: readonly string[];
}
