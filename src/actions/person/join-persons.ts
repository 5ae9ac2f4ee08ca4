import { Injectable } from '@nestjs/common';
import type { PersonPage } from '../../contract/index.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { personPage } from '../../store/person/person.view.js';
import type { Caller } from '../caller.js';
import { mustSeePerson } from './must-see-person.js';
import { tellPeople } from './tell-person.js';

interface Two {
  readonly personId: string;
  readonly otherId: string;
}

/** Two who are one: identities and tickets of the other become this person's. */
@Injectable()
export class JoinPersons {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, { personId, otherId }: Two): Promise<PersonPage> {
    if (personId === otherId) throw new Refusal('person.join', { because: 'same' });
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await mustSeePerson(tx, caller, personId);
      await mustSeePerson(tx, caller, otherId);
      const held = await tx.personJoins.lock([personId, otherId]);
      const [into, from] = [held.find(({ id }) => id === personId), held.find(({ id }) => id === otherId)];
      if (!into || !from) throw new Refusal('not-found', { what: 'person' });
      // Identities first: whoever is just taking a message in has this one, and their ticket is there afterwards.
      const identityIds = await tx.personJoins.moveIdentities(otherId, personId, null);
      const ticketIds = await tx.personJoins.moveTickets(otherId, personId, null);
      if (identityIds.length === 0) throw new Refusal('person.join', { because: 'nothing' });
      if (from.vip && !into.vip) await tx.personJoins.setVipBack(personId, true);
      const join = { id: newId(), intoId: personId, fromId: otherId, identityIds, ticketIds, wasVip: into.vip };
      await tx.personJoins.add({ ...join, agentId: caller.id, at: this.clock.now() });
      await tellPeople(tx, { personIds: [personId], identityIds }, { cause: 'person-joined', actorId: caller.id });
      const page = await personPage(tx.sql, tx.workspaceId, personId);
      if (!page) throw new Refusal('not-found', { what: 'person' });
      return page;
    });
  }

  /** They are two: it is not suggested again. */
  apart(caller: Caller, { personId, otherId }: Two): Promise<PersonPage> {
    if (personId === otherId) throw new Refusal('person.join', { because: 'same' });
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await mustSeePerson(tx, caller, personId);
      await tx.personJoins.keepApart([personId, otherId], { agentId: caller.id, at: this.clock.now() });
      const page = await personPage(tx.sql, tx.workspaceId, personId);
      if (!page) throw new Refusal('not-found', { what: 'person' });
      return page;
    });
  }
}
