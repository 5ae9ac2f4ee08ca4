import { Injectable } from '@nestjs/common';
import type { PromiseView, SlaPolicy, TrialView, TriedTicket } from '../../contract/index.js';
import { checkPolicies } from '../../domain/sla/check-policies.js';
import type { SlaClock } from '../../domain/sla/clock.js';
import type { SlaBook } from '../../domain/sla/policy.js';
import { turnClocks } from '../../domain/sla/turn-clocks.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { readBook } from '../../store/sla/book.store.js';
import { openTickets, type OpenTicket } from '../../store/sla/open-tickets.view.js';
import type { Sql } from '../../store/sql.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { situationOf } from './situation-of.js';

const mostShown = 200;
const portion = 500;

/** Which open tickets would be promised something else by a list of policies, before it is saved. */
@Injectable()
export class TryPolicies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, policies: readonly SlaPolicy[]): Promise<TrialView> {
    mustAllow(caller, 'sla.manage');
    const { workspaceId } = caller;
    return this.db.read(async (sql) => {
      const book = { ...(await readBook(sql, workspaceId)), policies };
      checkPolicies(book);
      return this.tryAll(sql, workspaceId, book);
    });
  }

  private async tryAll(sql: Sql, workspaceId: number, book: SlaBook): Promise<TrialView> {
    const trial: TrialView = { open: 0, count: 0, tickets: [] };
    const now = this.clock.now();
    for (let after: string | null = null; ;) {
      const lot: OpenTicket[] = await openTickets(sql, workspaceId, { after, limit: portion });
      for (const one of lot) {
        const clocks = changedClocks(one, book, now);
        trial.open += 1;
        if (clocks.length === 0) continue;
        trial.count += 1;
        if (trial.tickets.length < mostShown) trial.tickets.push({ ...nameOf(one), clocks });
      }
      after = lot.at(-1)?.ticket.id ?? null;
      if (lot.length < portion) return trial;
    }
  }
}

function nameOf({ ticket, facts }: OpenTicket): Pick<TriedTicket, 'ticketId' | 'number' | 'preview'> {
  return { ticketId: ticket.id, number: ticket.number, preview: facts.preview ?? '' };
}

function changedClocks({ ticket, facts, clocks }: OpenTicket, book: SlaBook, now: Date): TriedTicket['clocks'] {
  const situation = situationOf(ticket, facts, { state: ticket.state, now });
  const steps = turnClocks(clocks, situation, { book, newId });
  const after = new Map(steps.map(({ clock }) => [clock.id, clock]));
  return [...after.values()].map((clock) => ({
    kind: clock.kind,
    from: promiseOf(clocks.find(({ id }) => id === clock.id)),
    to: promiseOf(clock),
  }));
}

function promiseOf(clock: SlaClock | undefined): PromiseView | null {
  if (clock?.state !== 'running') return null;
  const { policyName: policy, calendarName: calendar, minutes: targetMinutes } = clock;
  return { policy, calendar, targetMinutes, dueAt: clock.dueAt.toISOString() };
}
