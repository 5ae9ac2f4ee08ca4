import type { Lane } from '../team/role.js';
import type { Routed, RuleTrace } from './apply-rules.js';
import type { SkillNeed } from './rule.js';

/** How a ticket was routed, and what of it somebody decided since. */
export interface Standing {
  readonly lane: Lane;
  readonly laneRule: string;
  readonly teamId: string | null;
  readonly priority: number;
  readonly priorityByHand: boolean;
  readonly skills: readonly SkillNeed[];
  readonly held: boolean;
  /** Whoever has it was given it by Relais, and has not looked at it. */
  readonly unseen: boolean;
}

export interface Rerouting {
  readonly lane: Lane;
  readonly laneRule: string;
  readonly teamId: string | null;
  readonly priority: number;
  readonly skills: readonly SkillNeed[];
  readonly tags: readonly string[];
  readonly held: boolean;
  readonly route: readonly RuleTrace[];
  /** Another place, priority or skill than before: not only for another reason. */
  readonly isOther: boolean;
  /** It goes back into the queue: it was given for a place that it is no longer in. */
  readonly leaves: boolean;
}

/**
 * What the rules say of a ticket once more. What a human decided wins: where somebody sent it, and how much it presses. It
 * stays in hands that took it or have looked at it; and who looked need not look again, so nothing is held anew.
 */
export function reroute(standing: Standing, routed: Routed): Rerouting {
  const isPlaced = standing.laneRule === 'transferred';
  const place = isPlaced
    ? { lane: standing.lane, laneRule: standing.laneRule, teamId: standing.teamId }
    : { lane: routed.lane, laneRule: routed.rule, teamId: routed.teamId };
  const priority = standing.priorityByHand ? standing.priority : routed.priority;
  const { skills, tags, decidedBy: route } = routed;
  const moves = place.lane !== standing.lane || place.teamId !== standing.teamId;
  const isOther = moves || priority !== standing.priority || !isSame(skills, standing.skills);
  const held = standing.held && routed.hold;
  return { ...place, priority, skills, tags, held, route, isOther, leaves: moves && standing.unseen };
}

function isSame(some: readonly SkillNeed[], others: readonly SkillNeed[]): boolean {
  const levels = new Map(others.map(({ name, level }) => [name, level]));
  return some.length === others.length && some.every(({ name, level }) => levels.get(name) === level);
}
