import type { BulkAct, SkipReason } from '../domain/ticket/bulk.js';
import type { Instant } from './refs.js';

/** What an act upon many tickets would do. */
export interface BulkPreview {
  total: number;
  /** How many would change. */
  will: number;
  skipped: { because: SkipReason; count: number }[];
}

/** An act upon many tickets. */
export interface BulkView {
  id: string;
  act: BulkAct['act'];
  state: 'running' | 'done' | 'undoing' | 'undone';
  total: number;
  /** How many were changed, and how many were put back. */
  done: number;
  undone: number;
  skipped: { because: SkipReason; count: number }[];
  /** The tickets that were left as they were, the first 200. */
  left: { ticketId: string; number: number; because: SkipReason }[];
  /** Until when it can be undone; null while it runs. */
  undoUntil: Instant | null;
}
