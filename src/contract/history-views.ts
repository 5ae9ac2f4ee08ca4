import type { AgentRef, Instant } from './refs.js';

/** A line of the ticket's history: a code and its facts, put into words in the reader's language. */
export interface HistoryLine {
  id: string;
  ticketId: string;
  at: Instant;
  actor: AgentRef | null;
  code: HistoryCode;
  facts: Record<string, string>;
}
export type HistoryCode =
  | 'opened'
  | 'reopened'
  | 'classified'
  | 'assigned'
  | 'taken'
  | 'released'
  | 'transferred'
  | 'closed'
  | 'waiting'
  | 'reply-failed'
  | 'person-blocked-us'
  | 'waiting-internal'
  | 'snoozed'
  | 'woken'
  | 'resumed'
  | 'merged'
  | 'merged-into'
  | 'unmerged'
  | 'split'
  | 'split-from'
  | 'unsplit'
  | 'reclassified'
  | 'put-back'
  | 'breached'
  | 'escalated'
  | 'tray'
  | 'rerouted'
  | 'offered'
  | 'offer-accepted'
  | 'offer-declined'
  | 'offer-timed-out'
  | 'offer-withdrawn'
  | 'pen-taken'
  | 'expert-asked'
  | 'expert-accepted'
  | 'expert-later'
  | 'expert-passed'
  | 'expert-taken'
  | 'expert-submitted'
  | 'expert-returned'
  | 'expert-answered'
  | 'expert-advised'
  | 'expert-warned'
  | 'expert-expired'
  | 'expert-withdrawn'
  | 'approval-asked'
  | 'approval-given'
  | 'approval-returned'
  | 'approval-rejected'
  | 'approval-not-picked'
  | 'approval-withdrawn'
  | 'approval-late'
  | 'approval-missed-time';
