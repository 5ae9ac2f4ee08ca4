import type { PersonalKind } from '../domain/expert/mask-personal.js';
import type { RoutingRule } from '../domain/routing/rule.js';
import type { RoutingSettings } from '../domain/routing/routing-settings.js';
import type { TeamFacts } from '../domain/routing/team.js';
import type { ShadowedRule } from '../domain/routing/shadowed-rules.js';
import type { Lane } from '../domain/team/role.js';
import type { Topic } from '../domain/understanding/default-topics.js';
import type { AnswerKind } from '../domain/understanding/understand.js';
import type { AgentRef, Instant } from './refs.js';

/** The rules are saved whole: a save that does not name the newest revision is refused. */
export interface RoutingRulesView {
  revision: number;
  /** In the order in which they are asked. */
  rules: readonly RoutingRule[];
  /** Null while nothing has been saved. */
  savedBy: AgentRef | null;
  savedAt: Instant | null;
  /** The list before this one, to put it back. */
  previous: readonly RoutingRule[] | null;
}

/** A list of rules that was saved once; `GET` of its revision answers it whole, to be put back by saving it anew. */
export interface RulesRevisionView {
  revision: number;
  savedBy: AgentRef;
  savedAt: Instant;
  /** How many rules it has, and how many of them count. */
  rules: number;
  enabled: number;
}

export interface TeamsView {
  revision: number;
  teams: readonly TeamFacts[];
}

export interface TopicBookView {
  revision: number;
  topics: readonly Topic[];
}

/** What a text would be taken for. */
export interface TopicTrialView {
  topic: string | null;
  confidence: number;
  language: 'fr' | 'en' | null;
  urgency: 'high' | 'normal' | 'low';
  sentiment: 'negative' | 'neutral' | 'positive';
  thanks: boolean;
  answer: AnswerKind;
  /** How sure each of these is, 0 to 1. */
  sure: Readonly<Record<'lane' | 'language' | 'urgency' | 'sentiment' | 'answer', number>>;
  /** Kinds of personal data that stand in it. */
  personal: readonly PersonalKind[];
  /** Where it would go if no rule said otherwise, and what that follows from. */
  lane: Lane;
  rule: string;
  /** The likeliest topics, and the words that spoke for each. */
  weighed: { topic: string; confidence: number; words: string[] }[];
}

export interface RoutingPlace {
  lane: Lane;
  team: string | null;
  priority: number;
  hold: boolean;
}

export interface TriedRule {
  ruleId: string;
  /** For how many tickets its conditions held when it was asked, and how many it had a part in deciding. */
  held: number;
  decided: number;
}

/** One portion of a trial: what a list of rules would have done with the last days' tickets. */
export interface RoutingTrialView {
  /** How many tickets were opened in those days, and how many of them this portion looked at. */
  total: number;
  looked: number;
  changes: {
    ticketId: string;
    number: number;
    preview: string;
    from: RoutingPlace;
    to: RoutingPlace;
    by: { name: string; words: readonly string[] }[];
  }[];
  rules: TriedRule[];
  /** Rules that can never be reached, whatever comes. */
  shadowed: readonly ShadowedRule[];
  /** To ask for the portion after this one; null at the end. */
  next: string | null;
}

/** Of how many days the figures below are. */
export const pickDays = 7;

/** How somebody chose among the tickets that they could have had. */
export interface PicksView {
  agent: AgentRef;
  /** Tickets that they chose themselves. */
  picked: number;
  /** Those of them for which they passed over one that pressed more. */
  passedOver: number;
  /** How often they did in the last day. */
  skipsToday: number;
}

export type { RoutingSettings };
export type { RoutingRule, TeamFacts, Topic };
