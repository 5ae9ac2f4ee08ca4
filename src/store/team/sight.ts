import { lanesOfRole, type Role } from '../../domain/team/role.js';

/**
 * `seesTicket` of the policy as a condition on ticket `t`, for lists and counters; $2 is the agent who looks.
 * Built from the same table as the policy, so that the two cannot part.
 */
export function seesTicketSql(role: Role): string {
  const lanes = lanesOfRole[role].map((lane) => `'${lane}'`).join(', ');
  return `(t.lane in (${lanes}) or t.owner_id = $2)`;
}
