import type { MessageKind } from '../message/inbound-event.js';
import type { Lane } from '../team/role.js';
import type { Understanding } from '../understanding/understand.js';
import type { TextPattern } from './text-pattern.js';

export const ruleModes = ['first-match', 'adds-score'] as const;
export type RuleMode = (typeof ruleModes)[number];

/** All that are set must hold; an empty list, or null, asks nothing. */
export interface RuleConditions {
  readonly text: TextPattern | null;
  readonly kinds: readonly MessageKind[];
  readonly spaces: readonly ('public' | 'private')[];
  readonly languages: readonly string[];
  /** Characters of the text. */
  readonly lengthFrom: number | null;
  readonly lengthTo: number | null;
  readonly attachments: boolean | null;
  readonly ratingFrom: number | null;
  readonly ratingTo: number | null;
  readonly vip: boolean | null;
  readonly followersFrom: number | null;
  readonly handles: readonly string[];
  readonly networks: readonly string[];
  /** Ids of our accounts. */
  readonly accounts: readonly string[];
  readonly brands: readonly string[];
  /** What the post says that it hangs under. */
  readonly postText: TextPattern | null;
  /** The network's own ids of posts. */
  readonly posts: readonly string[];
  readonly topics: readonly string[];
  /** How sure the topic is, 0 to 1. */
  readonly confidenceFrom: number | null;
  readonly urgencies: readonly Understanding['urgency'][];
  readonly sentiments: readonly Understanding['sentiment'][];
  readonly thanks: boolean | null;
}

export interface SkillNeed {
  readonly name: string;
  /** 1 to 3. */
  readonly level: number;
}

export type Priority = 1 | 2 | 3 | 4;

/** What is null stays as it would have been. A team brings its lane with it. */
export interface RuleEffects {
  readonly lane: Lane | null;
  readonly teamId: string | null;
  readonly priority: Priority | null;
  readonly skills: readonly SkillNeed[];
  readonly tags: readonly string[];
  /** Nobody is given it unasked: a community manager looks at it first. */
  readonly hold: boolean;
}

export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly mode: RuleMode;
  /** What it adds for its lane and team, when it adds a score. */
  readonly points: number;
  readonly when: RuleConditions;
  readonly then: RuleEffects;
}

/** A place that has gathered so many points is sure enough. */
export const scoreNeeded = 10;

/** A message that opens a ticket, with everything that rules may look at. */
export interface RoutingFacts {
  readonly text: string;
  readonly kind: MessageKind;
  readonly space: 'public' | 'private';
  readonly language: string | null;
  readonly attachments: boolean;
  readonly rating: number | null;
  readonly vip: boolean;
  readonly followers: number | null;
  readonly handle: string | null;
  readonly network: string;
  readonly accountId: string;
  readonly brand: string | null;
  readonly post: { readonly id: string; readonly text: string | null } | null;
  readonly understood: Understanding;
}
