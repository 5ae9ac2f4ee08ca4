import type { AskMode, AskState } from '../domain/expert/ask-state.js';
import type { Autonomy } from '../domain/expert/expert.js';
import type { TextUnit } from '../domain/message/text-length.js';
import type { AgentRef, Instant } from './refs.js';

/** Somebody of the registry. */
export interface ExpertView {
  agent: AgentRef;
  /** Levels, 1 to 3, by topic. */
  topics: Record<string, number>;
  languages: string[];
  zone: string;
  /** When they can be asked, in minutes of the wall clock; none for at any time. */
  hours: { day: number; from: number; to: number }[];
  /** How many questions a week. */
  weeklyQuota: number;
  autonomy: Autonomy;
  /** As customers see them. */
  signature: string;
  active: boolean;
  /** Since when they agree to be named in public; theirs alone to give. */
  consentAt: Instant | null;
  usedThisWeek: number;
  answered: number;
}

/** Something that must not be said yet, and why. */
export interface EmbargoView {
  id: string;
  /** Null for every topic. */
  topic: string | null;
  word: string;
  reason: string;
}

/** Somebody who could be asked, and why they stand where they stand in the list. */
export interface SuggestionView {
  agent: AgentRef;
  signature: string;
  level: number;
  speaks: boolean;
  /** Now, or when their hours begin again; null when they have none any more. */
  availableAt: Instant | null;
  quotaLeft: number;
  waiting: number;
  answered: number;
  usualMinutes: number | null;
}

export interface SuggestionsView {
  experts: SuggestionView[];
  /** By when an answer is due when it is asked now. */
  dueAt: Instant;
  /** What may be told to the customer meanwhile. */
  holdingReply: string;
}

/** A question to an expert, and what became of it. */
export interface AskView {
  id: string;
  ticketId: string;
  ticketNumber: number;
  version: number;
  state: AskState;
  mode: AskMode;
  topic: string | null;
  question: string;
  /** The expert sees everything; without it, what tells who the customer is is hidden from them. */
  unmasked: boolean;
  asker: AgentRef;
  expert: AgentRef;
  signature: string;
  at: Instant;
  dueAt: Instant;
  /** Three quarters of the time were over before an answer came. */
  warned: boolean;
  /** The expert looks at it again then. */
  laterUntil: Instant | null;
  draft: string | null;
  draftRevision: number;
  /** What the coach asks to be changed. */
  advice: string | null;
  reviewer: AgentRef | null;
  /** What went out, or was told to the colleague. */
  answer: string | null;
  messageId: string | null;
  /** What may be told to the customer meanwhile. */
  holdingReply: string;
}

export const askListNames = ['mine', 'to-review', 'waiting', 'published'] as const;
export type AskListName = (typeof askListNames)[number];

export interface AskList {
  asks: AskView[];
  cursor: string;
}

/** Everything an expert needs to answer one question, and nothing else of the ticket. */
export interface AskPage {
  ask: AskView;
  /** Null in private, where a name is the customer's own business. */
  customer: string | null;
  network: string;
  networkName: string;
  accountName: string;
  audience: 'public' | 'private';
  post: { text: string | null; by: string | null } | null;
  messages: { id: string; from: 'customer' | 'us'; text: string; attachments: number; at: Instant }[];
  maxLength: number;
  unit: TextUnit;
  /** They have agreed to be named in public. */
  consented: boolean;
  avoid: { word: string; reason: string }[];
  /** Who else could be asked. */
  others: { id: string; name: string; signature: string }[];
}
