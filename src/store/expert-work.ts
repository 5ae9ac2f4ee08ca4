import { AskLinkStore } from './expert/ask-link.store.js';
import { AskStore } from './expert/ask.store.js';
import { ExpertStore } from './expert/expert.store.js';
import { LearningWork } from './learning-work.js';
import type { Parts } from './transaction.js';

/** The part of a transaction that keeps what is asked of experts. */
export class ExpertWork extends LearningWork {
  readonly asks: AskStore;
  readonly askLinks: AskLinkStore;
  readonly experts: ExpertStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    this.asks = new AskStore(parts.sql, workspaceId);
    this.askLinks = new AskLinkStore(parts.sql, workspaceId);
    this.experts = new ExpertStore(parts.sql, workspaceId);
  }
}
