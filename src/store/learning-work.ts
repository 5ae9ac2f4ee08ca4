import { ExchangeWork } from './exchange-work.js';
import type { Parts } from './transaction.js';
import { ModelStore } from './understanding/model.store.js';

/** The part of a transaction that keeps what is learnt about texts. */
export class LearningWork extends ExchangeWork {
  readonly models: ModelStore;

  constructor(parts: Parts, workspaceId: number) {
    super(parts, workspaceId);
    this.models = new ModelStore(parts.sql, workspaceId, parts.models);
  }
}
