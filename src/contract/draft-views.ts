import type { DraftEnd, DraftMode } from '../domain/message/draft.js';
import type { AgentRef, FileView, Instant } from './refs.js';

/** What somebody has written on a ticket and not sent yet. */
export interface DraftView {
  id: string;
  ticketId: string;
  author: AgentRef;
  mode: DraftMode;
  /** Grows with every change of what is shown of it. */
  version: number;
  /** Grows with every change of what is written: who writes on says which one they had read. */
  revision: number;
  text: string;
  /** What is said in public beside a private answer. */
  line: string | null;
  /** As far as its words tell. */
  language: string | null;
  /** The way that was chosen to send it; null when none was. */
  threadId: string | null;
  accountId: string | null;
  files: FileView[];
  /** Whoever sees the ticket may read it. */
  shared: boolean;
  /** Who else may, because they took over from its writer. */
  shownTo: string[];
  at: Instant;
  ended: DraftEnd | null;
}

/** How a draft stood at some time before. */
export interface DraftRevision {
  revision: number;
  text: string;
  line: string | null;
  files: FileView[];
  at: Instant;
}

/** All that the one who asks has not sent, newest first. */
export interface DraftList {
  drafts: DraftView[];
  cursor: string;
}
