import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Database } from '../../store/database.js';
import type { Ask } from '../../store/expert/ask.store.js';
import type { Answerer } from './answerer.js';
import { changeAsk } from './change-ask.js';
import { openOwnAsk } from './open-ask.js';

interface Draft {
  readonly askId: string;
  readonly text: string;
  /** The revision that was read; another one is refused. */
  readonly revision: number;
}

/** Keeps what the expert has written so far, wherever they wrote it. */
@Injectable()
export class SaveDraft {
  constructor(private readonly db: Database) {}

  run(answerer: Answerer, { askId, text, revision }: Draft): Promise<void> {
    return this.db.transaction(answerer.workspaceId, async (tx) => {
      const { ask } = await openOwnAsk(tx, answerer, askId);
      mustBeNewest(ask, revision);
      await changeAsk(tx, ask, { to: 'drafted', change: { draft: text, draftRevision: revision + 1 } });
    });
  }
}

/** What was written meanwhile on another device must not be lost. */
export function mustBeNewest({ draftRevision }: Ask, revision: number): void {
  if (draftRevision !== revision) throw new Refusal('ask.stale-draft', { revision: draftRevision });
}
