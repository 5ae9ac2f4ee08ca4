import { Injectable } from '@nestjs/common';
import type { RoutingPlace, RoutingTrialView, TriedRule } from '../../contract/index.js';
import { applyRules, readyBook, type ReadyBook, type Routed } from '../../domain/routing/apply-rules.js';
import { checkRules } from '../../domain/routing/check-rules.js';
import type { RoutingFacts, RoutingRule } from '../../domain/routing/rule.js';
import { shadowedRules } from '../../domain/routing/shadowed-rules.js';
import type { TeamFacts } from '../../domain/routing/team.js';
import { understand } from '../../domain/understanding/understand.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { arrivalsSince, countSince, type Arrival } from '../../store/routing/routing-facts.js';
import { routingBook } from '../../store/routing/routing.store.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

interface RulesTrial {
  readonly rules: readonly RoutingRule[];
  readonly days: number;
  /** How many tickets are looked at in this portion, and after which one. */
  readonly limit: number;
  readonly after: string | null;
}

const dayMs = 86_400_000;
const previewLength = 200;

/**
 * Which tickets of the last days would have gone elsewhere by a list that is not saved yet: each first message is judged by
 * both lists, as it stands now. In portions, so that nobody waits for a year of tickets.
 */
@Injectable()
export class TryRules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, ask: RulesTrial): Promise<RoutingTrialView> {
    mustAllow(caller, 'routing.manage');
    const { workspaceId } = caller;
    const model = await this.db.transaction(workspaceId, (tx) => tx.models.ready());
    const since = new Date(this.clock.now().getTime() - ask.days * dayMs);
    return this.db.read(async (sql) => {
      const book = await routingBook(sql, workspaceId);
      checkRules(ask.rules, book.teams);
      const arrivals = await arrivalsSince(sql, workspaceId, { since, after: ask.after, limit: ask.limit });
      const trial = new Trial(readyBook(book), readyBook({ ...book, rules: ask.rules }), book.teams);
      for (const arrival of arrivals)
        trial.judge({ ...arrival, understood: understand(arrival.text, { model, topics: book.topics }) });
      const isEnd = arrivals.length < ask.limit;
      return {
        total: await countSince(sql, workspaceId, since),
        looked: arrivals.length,
        changes: trial.changes,
        rules: ask.rules.map(({ id }) => trial.ruleOf(id)),
        shadowed: shadowedRules(ask.rules),
        next: isEnd ? null : (arrivals.at(-1)?.ticketId ?? null),
      };
    });
  }
}

/** What is found out on the way. */
class Trial {
  readonly changes: RoutingTrialView['changes'] = [];
  private readonly rules = new Map<string, TriedRule>();

  constructor(
    private readonly before: ReadyBook,
    private readonly after: ReadyBook,
    private readonly teams: readonly TeamFacts[],
  ) {}

  judge(facts: RoutingFacts & Pick<Arrival, 'ticketId' | 'number'>): void {
    const [from, to] = [applyRules(this.before, facts), applyRules(this.after, facts)];
    this.count(to);
    if (from.lane === to.lane && from.teamId === to.teamId && from.priority === to.priority && from.hold === to.hold)
      return;
    this.changes.push({
      ticketId: facts.ticketId,
      number: facts.number,
      preview: facts.text.slice(0, previewLength),
      from: this.placeOf(from),
      to: this.placeOf(to),
      by: to.decidedBy.map(({ name, words }) => ({ name, words })),
    });
  }

  ruleOf(ruleId: string): TriedRule {
    return this.rules.get(ruleId) ?? { ruleId, held: 0, decided: 0 };
  }

  private count({ trace, decidedBy }: Routed): void {
    for (const { ruleId } of trace) {
      const { held, decided } = this.ruleOf(ruleId);
      const decides = decidedBy.some((one) => one.ruleId === ruleId);
      this.rules.set(ruleId, { ruleId, held: held + 1, decided: decided + (decides ? 1 : 0) });
    }
  }

  private placeOf({ lane, teamId, priority, hold }: Routed): RoutingPlace {
    return { lane, team: this.teams.find(({ id }) => id === teamId)?.name ?? null, priority, hold };
  }
}
