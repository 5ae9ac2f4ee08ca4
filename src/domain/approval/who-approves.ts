import { standInFor, type Away } from '../team/absence.js';
import type { Role } from '../team/role.js';
import type { Approvers } from './approval-rule.js';

/** Somebody at work who may see the ticket. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
}

interface Question {
  readonly approvers: Approvers;
  readonly authorId: string | null;
  readonly approvedBy: readonly string[];
  /** The time to approve it has run out. */
  readonly late: boolean;
}

const leads: readonly Role[] = ['team_lead', 'admin'];

/**
 * Who may approve a reply now, in the order of their ids. Whoever is away is stood in for. Where that leaves nobody, or the
 * time has run out, the leads may as well. Never the author, and nobody twice.
 */
export function whoApproves(
  { approvers, authorId, approvedBy, late }: Question,
  by: { readonly people: readonly Colleague[]; readonly away: readonly Away[] },
): string[] {
  const present = (chosen: readonly Colleague[]): string[] => {
    const ids = chosen.flatMap(({ id }) => standInFor(by.away, id) ?? []);
    const mayAct = (id: string): boolean =>
      id !== authorId && !approvedBy.includes(id) && by.people.some((one) => one.id === id);
    return [...new Set(ids)].filter(mayAct);
  };
  const named = present(by.people.filter((one) => isNamed(approvers, one)));
  const others = late || named.length === 0 ? present(by.people.filter(({ role }) => leads.includes(role))) : [];
  return [...new Set([...named, ...others])].toSorted();
}

function isNamed({ roles, teamIds, agentIds }: Approvers, { id, role, teamIds: theirs }: Colleague): boolean {
  return roles.includes(role) || agentIds.includes(id) || theirs.some((team) => teamIds.includes(team));
}
