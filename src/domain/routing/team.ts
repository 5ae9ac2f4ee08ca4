import type { Lane } from '../team/role.js';

export const teamModes = ['push', 'pull'] as const;
/** Are its people given work, or do they ask for it? */
export type TeamMode = (typeof teamModes)[number];

export interface TeamFacts {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly mode: TeamMode;
  /** How many seconds somebody has to accept what comes to them; null: it is theirs at once. */
  readonly offerSeconds: number | null;
  /** Who helps out when nobody of the team can. */
  readonly neighbourId: string | null;
  readonly members: readonly string[];
}
