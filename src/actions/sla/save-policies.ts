import { Injectable } from '@nestjs/common';
import type { PoliciesView, SlaPolicy } from '../../contract/index.js';
import { checkPolicies } from '../../domain/sla/check-policies.js';
import { Database } from '../../store/database.js';
import { policiesView } from '../../store/sla/book.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { bookChanged, lockBook } from './change-book.js';

/** The whole list in its order. Targets of open clocks may move with it; their starts never do (rules 1.8, 1.11). */
@Injectable()
export class SavePolicies {
  constructor(private readonly db: Database) {}

  run(
    caller: Caller,
    ask: { readonly version: number; readonly policies: readonly SlaPolicy[] },
  ): Promise<PoliciesView> {
    mustAllow(caller, 'sla.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const book = await lockBook(tx, ask.version);
      checkPolicies({ ...book, policies: ask.policies });
      await tx.books.savePolicies(ask.policies);
      await bookChanged(tx);
      return policiesView(tx.sql, tx.workspaceId);
    });
  }
}
