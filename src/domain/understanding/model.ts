import type { Head } from './head.js';

/** What is asked about every text; all from one reading of it. */
export const questions = ['language', 'topic', 'urgency', 'sentiment', 'answer', 'lane', 'spam', 'abuse'] as const;
export type Question = (typeof questions)[number];

/** A text with what it is, where that is known. */
export interface LabelledText {
  readonly text: string;
  readonly labels: Readonly<Partial<Record<Question, string>>>;
}

/** Everything that understanding needs; data, kept in the database. */
export interface Model {
  /** How much each place says; learnt once, so that all that is learnt later speaks of the same places. */
  readonly rarities: Float32Array;
  readonly heads: Readonly<Record<Question, Head>>;
  /** What a workspace that has corrected nothing yet learns from. */
  readonly starters: readonly LabelledText[];
}

/** The label of a text that is about none of the topics. */
export const noTopic = 'other';
