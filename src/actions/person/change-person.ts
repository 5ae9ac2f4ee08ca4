import { Injectable } from '@nestjs/common';
import type { PersonPage } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { personPage } from '../../store/person/person.view.js';
import { routeAgain } from '../routing/route-again.js';
import type { Caller } from '../caller.js';
import { ChangeTicket } from '../ticket/change-ticket.js';
import { mustSeePerson } from './must-see-person.js';

/** Somebody who is to be treated with particular care, or no longer: where their open tickets go, and what they promise, is judged anew. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ticket: ChangeTicket,
  ) {}

  run(caller: Caller, { personId, vip }: { readonly personId: string; readonly vip: boolean }): Promise<PersonPage> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await mustSeePerson(tx, caller, personId);
      await tx.personJoins.setVip(personId, vip, { agentId: caller.id, at: this.clock.now() });
      for (const id of (await tx.tickets.touchOfPerson(personId)).sort()) {
        const ticket = await tx.tickets.lock(id);
        if (!ticket) continue;
        const change = await routeAgain(tx, ticket, { because: 'person', actorId: caller.id });
        await this.ticket.inside(tx, ticket, { change, cause: 'vip', actorId: caller.id });
      }
      const page = await personPage(tx.sql, tx.workspaceId, personId);
      if (!page) throw new Refusal('not-found', { what: 'person' });
      return page;
    });
  }
}
