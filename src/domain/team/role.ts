export const roles = ['adviser', 'community_manager', 'expert', 'team_lead', 'admin'] as const;
export type Role = (typeof roles)[number];

export const lanes = ['care', 'community', 'expert'] as const;
export type Lane = (typeof lanes)[number];

export const availabilities = ['available', 'busy', 'break', 'finishing', 'offline'] as const;
/** `finishing`: keeps what they have, is given nothing new. */
export type Availability = (typeof availabilities)[number];

/** The lanes whose tickets a role works in; the others it sees only where it owns the ticket. */
export const lanesOfRole: Readonly<Record<Role, readonly Lane[]>> = {
  adviser: ['care'],
  community_manager: ['care', 'community', 'expert'],
  expert: ['expert'],
  team_lead: ['care', 'community', 'expert'],
  admin: ['care', 'community', 'expert'],
};
