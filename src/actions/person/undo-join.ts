import { Injectable } from '@nestjs/common';
import type { PersonPage } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { personPage } from '../../store/person/person.view.js';
import type { Caller } from '../caller.js';
import { mustSeePerson } from './must-see-person.js';
import { tellPeople } from './tell-person.js';

/** Two again, each with their own identities and tickets; what came since goes by the identity it came from. */
@Injectable()
export class UndoJoin {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: string): Promise<PersonPage> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const join = await tx.personJoins.lockJoin(id);
      if (!join) throw new Refusal('not-found', { what: 'join' });
      const { intoId, fromId } = join;
      await mustSeePerson(tx, caller, intoId);
      await tx.personJoins.lock([intoId, fromId]);
      const identityIds = await tx.personJoins.moveIdentities(intoId, fromId, join.identityIds);
      // They have been joined on to a third person: that is undone first.
      if (identityIds.length < join.identityIds.length) throw new Refusal('person.join', { because: 'moved-on' });
      await tx.personJoins.moveTickets(intoId, fromId, join);
      await tx.personJoins.setVipBack(intoId, join.wasVip);
      await tx.personJoins.undone(id, { agentId: caller.id, at: this.clock.now() });
      const who = { personIds: [intoId, fromId], identityIds };
      await tellPeople(tx, who, { cause: 'person-parted', actorId: caller.id });
      const page = await personPage(tx.sql, tx.workspaceId, intoId);
      if (!page) throw new Refusal('not-found', { what: 'person' });
      return page;
    });
  }
}
