import { Injectable } from '@nestjs/common';
import type { TicketRow } from '../../contract/index.js';
import { lanesGivenTo, misfit, type Candidate } from '../../domain/routing/choose-agent.js';
import { Refusal } from '../../domain/refusal.js';
import { lanesOfRole } from '../../domain/team/role.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import type { Unowned } from '../../store/routing/assignment.store.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import { candidatesNow, wantedNow } from './candidates-now.js';

const together = 100;
const mostPortions = 20;

/** "Give me the next": the most urgent ticket that somebody who asks may have. Null when there is none for them. */
@Injectable()
export class NextTicket {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly give: GiveTicket,
  ) {}

  run(caller: Caller): Promise<TicketRow | null> {
    mustAllow(caller, 'ticket.take');
    return this.db.transaction(caller.workspaceId, (tx) => this.inside(tx, caller));
  }

  private async inside(tx: Work, caller: Caller): Promise<TicketRow | null> {
    const now = this.clock.now();
    // Their row is held: of two questions at once the second knows of what the first was given.
    const [agent] = await candidatesNow(tx, now, caller.id);
    if (!agent) return null;
    if (agent.availability === 'finishing') throw new Refusal('next.finishing', {});
    let after: Unowned | null = null;
    for (let portion = 0; portion < mostPortions; portion += 1) {
      const ask = { ...workFor(agent), pulled: true, after, limit: together };
      const lot: Unowned[] = await tx.assignments.unowned(ask);
      for (const unowned of lot) {
        const row = await this.take(tx, { unowned, agent, now });
        if (row) return row;
      }
      after = lot.at(-1) ?? null;
      if (lot.length < together) break;
    }
    return null;
  }

  private async take(
    tx: Work,
    { unowned, agent, now }: { unowned: Unowned; agent: Candidate; now: Date },
  ): Promise<TicketRow | null> {
    const wanted = wantedNow(unowned, { now, away: [] });
    const refused = [...wanted.gaveBack, ...wanted.declined].includes(agent.id);
    const isTheirs = misfit(agent, wanted) === null && !refused;
    if (!isTheirs || !(await tx.assignments.holdUnowned(unowned.id))) return null;
    const ticket = await tx.tickets.lock(unowned.id);
    if (!ticket) return null;
    const reason = { because: 'asked', used: agent.load + wanted.slots, limit: agent.capacity, others: [] };
    return this.give.inside(tx, ticket, { to: agent, how: 'taken', actorId: agent.id, reason });
  }
}

/** Those who are given nothing unasked may ask for whatever they see. */
function workFor({ role, languages, teams }: Candidate) {
  const given = lanesGivenTo(role);
  return { lanes: given.length > 0 ? given : lanesOfRole[role], languages, teams };
}
