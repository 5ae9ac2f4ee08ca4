import { Injectable } from '@nestjs/common';
import type { RoutingRulesView } from '../../contract/index.js';
import { checkRules } from '../../domain/routing/check-rules.js';
import type { RoutingRule } from '../../domain/routing/rule.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { teamsOf } from '../../store/routing/routing.store.js';
import { routingRulesView } from '../../store/routing/routing.view.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { lockRouting } from './change-routing.js';

/** The whole list in its order. It counts for what arrives from now on; tickets that are there stay where they are. */
@Injectable()
export class SaveRules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(
    caller: Caller,
    ask: { readonly revision: number; readonly rules: readonly RoutingRule[] },
  ): Promise<RoutingRulesView> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await lockRouting(tx, 'rules', ask.revision);
      checkRules(ask.rules, await teamsOf(tx.sql, tx.workspaceId));
      await tx.routing.saveRules(ask.rules, { agentId: caller.id, now: this.clock.now() });
      return routingRulesView(tx.sql, tx.workspaceId);
    });
  }
}
